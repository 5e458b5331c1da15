// Where rulesets are looked for.
import CanonicalJSON
import RulesetModel
import Rulesets
import TestSupport
import Testing

@Test(
  "A ruleset is found in either layout, the plain one first",
  arguments: ["mine/1.0.0/a.yaml", "mine/data/1.0.0/b.yaml"])
func directoriesAreSearched(file: String) throws {
  let directory = try TemporaryDirectory()
  try directory.write(file, smallRuleset)
  let trial = LoadTrial("x/mine/1.0.0", RulesetLibrary(directories: [("x", directory.path)]))
  #expect(trial.value?.objectValue?["name"] == "mine")
  #expect(trial.note == nil)
  try directory.write("mine/1.0.0/a.yaml", smallRuleset.replacing("Mine.", with: "Plain."))
  let again = LoadTrial("x/mine/1.0.0", RulesetLibrary(directories: [("x", directory.path)]))
  #expect(again.value?.objectValue?["description"] == "Plain.")
}

@Test("Directories of one provider are searched in order, then what is built in")
func providersHaveSeveralDirectories() throws {
  let first = try TemporaryDirectory()
  let second = try TemporaryDirectory()
  try first.write("mine/1.0.0/mine.yaml", smallRuleset)
  try second.write("mine/1.0.0/mine.yaml", smallRuleset.replacing("Mine.", with: "Second."))
  try second.write("personal_data_indicator/1.0.0/p.yaml", smallRuleset)
  let library = RulesetLibrary(directories: [("wct", first.path), ("wct", second.path)])
  #expect(LoadTrial("wct/mine/1.0.0", library).value?.objectValue?["description"] == "Mine.")
  #expect(LoadTrial("wct/personal_data_indicator/1.0.0", library).value?.objectValue?["name"] == "mine")
  let other = RulesetLibrary(directories: [("wct", first.path)])
  #expect(
    LoadTrial("wct/personal_data_indicator/1.0.0", other).value?.objectValue?["name"]
      == "personal_data_indicator")
}

@Test("local stands for the built-in provider, and says so, unless it has a directory")
func localStandsForBuiltIn() throws {
  let uri = "local/personal_data_indicator/1.0.0"
  let trial = LoadTrial(uri, RulesetLibrary())
  #expect(trial.value?.objectValue?["name"] == "personal_data_indicator")
  #expect(trial.note == "'\(uri)' stands for the built-in ruleset 'wct/personal_data_indicator/1.0.0'")
  #expect(LoadTrial("wct/personal_data_indicator/1.0.0", RulesetLibrary()).note == nil)
  let directory = try TemporaryDirectory()
  let absent = LoadTrial(uri, RulesetLibrary(directories: [("local", directory.path)]))
  #expect(absent.suggestion == "wct/personal_data_indicator/1.0.0")
  #expect(
    absent.searched == [
      "\(directory.path)/personal_data_indicator/1.0.0/*.yaml",
      "\(directory.path)/personal_data_indicator/data/1.0.0/*.yaml", "the built-in rulesets (wct/…)",
    ])
}

@Test(
  "A ruleset that is not there comes with the one that was probably meant",
  arguments: [
    ("local/personal_data_indicater/1.0.0", "local/personal_data_indicator/1.0.0"),
    ("wct/personal_data_indicator/1.0.1", "wct/personal_data_indicator/1.0.0"),
    ("x/mien/1.0.0", "x/mine/1.0.0"), ("x/mine/2.0.0", "x/mine/1.0.0"), ("y/mine/1.0.0", "x/mine/1.0.0"),
    ("x/quite_another_thing/1.0.0", nil),
  ] as [(String, String?)])
func missingRulesetsAreSuggested(uri: String, suggestion: String?) throws {
  let directory = try TemporaryDirectory()
  try directory.write("mine/1.0.0/mine.yaml", smallRuleset)
  let trial = LoadTrial(uri, RulesetLibrary(directories: [("x", directory.path)]))
  #expect(trial.searched != nil)
  #expect(trial.suggestion == suggestion)
}

@Test(
  "A URI is three plain parts: none can leave its directory",
  arguments: [
    "", "a/b", "a/b/c/d", "local/../1.0.0", "local/x/..", "a//1.0.0", "a/b c/1.0.0", "../a/1.0.0", "a/b/.x",
  ])
func malformedURIs(uri: String) {
  #expect(LoadTrial(uri, RulesetLibrary(directories: [("a", "."), ("local", ".")])).reason != nil)
}

@Test("Several files are told apart by the ruleset's name, or refused")
func ambiguousFiles() throws {
  let directory = try TemporaryDirectory()
  try directory.write("mine/1.0.0/a.yaml", "a")
  try directory.write("mine/1.0.0/b.yaml", "b")
  let library = RulesetLibrary(directories: [("x", directory.path)])
  #expect(LoadTrial("x/mine/1.0.0", library).reason?.contains("several YAML files") == true)
  try directory.write("mine/1.0.0/mine.yaml", smallRuleset)
  #expect(LoadTrial("x/mine/1.0.0", library).value != nil)
}

@Test("A file that calls itself something else is loaded with a note")
func otherNames() throws {
  let directory = try TemporaryDirectory()
  try directory.write("other/2.0.0/mine.yaml", smallRuleset)
  let trial = LoadTrial("x/other/2.0.0", RulesetLibrary(directories: [("x", directory.path)]))
  #expect(trial.note == "\(directory.path)/other/2.0.0/mine.yaml calls itself 'mine', version '1.0.0'")
}

@Test("The library lists what it can load")
func listing() throws {
  let directory = try TemporaryDirectory()
  try directory.write("mine/1.0.0/mine.yaml", smallRuleset)
  try directory.write("mine/data/1.1.0/mine.yaml", smallRuleset)
  try directory.write("mine/empty/readme.txt", "")
  #expect(
    RulesetLibrary(directories: [("x", directory.path)]).uris
      == RulesetLibrary.builtInURIs + ["x/mine/1.0.0", "x/mine/1.1.0"])
}
