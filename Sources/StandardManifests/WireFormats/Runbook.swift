// The wire format of runbooks as content, which `execute` compiles and runs.
internal import CanonicalJSON
internal import ComponentKit

extension WireFormat {
  /// `runbook/1.0.0`: the fields of the runbook language. The compiler says what is wrong with their values.
  static let runbook = builtIn(
    .runbook,
    [
      "title": "Runbook",
      "description": "A runbook, field by field as in a runbook file.",
      "type": "object",
      "required": ["name", "description", "artifacts"],
      "properties": [
        "name": ["type": "string", "minLength": 1],
        "description": ["type": "string", "minLength": 1],
        "contact": ["type": ["string", "null"]],
        "framework": ["type": ["string", "null"]],
        "config": ["type": ["object", "null"]],
        "outputs": ["type": ["object", "null"]],
        "policy": ["type": ["object", "null"]],
        "artifacts": ["type": "object"],
      ],
    ])
}
