// The options that name a baseline of accepted problems.
internal import ArgumentParser

struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of problems that are accepted for now: they are neither shown nor counted.", valueName: "FILE"))
  var baseline: String?

  @Flag(help: "Put everything that is found into the baseline, and take out what is found no longer.")
  var updateBaseline = false

  mutating func validate() throws {
    if baseline == "" { throw ValidationError("--baseline takes a file, not an empty text") }
  }
}
