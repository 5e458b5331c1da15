// What the benchmarks can only measure inside a process of the project's own. Knows no clock: `run.py` measures.
internal import Glibc

@main
enum Main {
  static func main() {
    do {
      switch CommandLine.arguments.dropFirst().first {
      case "scan": try KeywordScanProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "values": try ValueScanProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "rules": try RuleScanProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "json": try JSONProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "plan": try PlanProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "wait": try WaitingProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "schedule": try SchedulingProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "blobs": try BlobProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "spawn": try SpawningProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      case "diff": try DifferenceProbe.run(Array(CommandLine.arguments.dropFirst(2)))
      default:
        throw ProbeFailure(
          """
          usage: benchmark-probe scan WORDS TEXT | values PATTERNS TEXT | rules words|all TEXT
                 | json read|write FILE ROUNDS
                 | plan encode|decode|digest FILE ROUNDS | wait COUNT SECONDS STORE | diff load|diff PLAN PLAN
                 | schedule COUNT ROUNDS | blobs STORE FILE | spawn COUNT PROGRAM
          """
        )
      }
    } catch {
      print("error: \(error)")
      exit(1)
    }
  }
}

/// Why a measurement could not be made.
struct ProbeFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
