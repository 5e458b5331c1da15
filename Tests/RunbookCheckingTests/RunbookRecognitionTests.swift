// Which YAML files are taken for runbooks.
import Testing

@testable import RunbookChecking

@Suite struct RunbookRecognitionTests {
  @Test(arguments: [
    "artifacts: {}\n", "name: x\nartifacts:\n  a: {}\n", "name: x\r\nartifacts:\r\n", "artifacts:",
    "\u{FEFF}artifacts: {}\n", "\"artifacts\": {}\n", "'artifacts' : {}\n", "artifacts :\n",
    "{\"name\": \"x\", \"artifacts\": {}}\n", "# c\n{name: x, artifacts: {}}", "{'artifacts': {}}",
    "name: [broken\nartifacts:\n", "artifcats:\n  a: {}\n", "artefacts:\n", "--- \nartifacts:\n",
    "connectors: []\nexecution: []\n", "connectors: []\nanalysers: []\n", "name: x\rartifacts:\r",
  ])
  func isRunbook(text: String) { #expect(RunbookRecognition.isRunbook(Array(text.utf8))) }

  @Test(arguments: [
    "", "name: x\n", "jobs:\n  artifacts: {}\n", "# artifacts:\n", "- artifacts: x\n", "artifacts\n",
    "artifacts:x\n", "{\"a\": {\"artifacts\": 1}}", "{\"a\": \"artifacts: \"}", "\"artifacts\n",
    "connectors: []\n",
    "artifact: x\n", "{", "{\"artifacts", "'", "executions:\n", "{\"a\\\"artifacts\": 1",
  ])
  func isNone(text: String) { #expect(!RunbookRecognition.isRunbook(Array(text.utf8))) }
}
