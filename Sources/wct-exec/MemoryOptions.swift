// What a run may take of the machine that it runs on.
internal import ArgumentParser
internal import CommandSupport
internal import ComponentKit

extension MemorySize: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

struct MemoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory that the run may take, such as 256M (default: 1G).", valueName: "SIZE"))
  var memory: MemorySize?

  /// What all work of this process shares.
  var resources: WorkResources {
    let memory = memory?.bytes ?? WorkResources.defaultMemory
    keepFreedMemory(upTo: memory / 32)
    return WorkResources(memory: memory, processors: availableProcessors())
  }
}
