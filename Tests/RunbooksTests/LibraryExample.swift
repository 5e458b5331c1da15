// The example of docs/library.md; LibraryExampleTests checks that the two are the same and that it works.
import Runbooks

/// Finds and classifies the personal data in the files of a directory.
func classifyPersonalData(in directory: String, store: String) throws -> PlanRun {
  let runbook = Runbook(
    name: "Inbox", description: "Personal data in the inbox", contact: "Privacy team", framework: "GDPR",
    artifacts: [
      .source("files", "filesystem", properties: ["path": .string(directory)]),
      .process("personal_data", from: ["files"], "personal_data"),
      .process("classified", from: ["personal_data"], "gdpr_personal_data_classifier").output(),
    ])
  let plan = try runbook.compile()
  return try plan.run(store: store)
}
