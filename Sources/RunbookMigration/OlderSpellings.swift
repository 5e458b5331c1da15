// What components, properties, rulesets and schemas were called in the older format, and what they are called now.

/// Names of the Waivern Compliance Framework before artifacts, by present name.
enum OlderSpellings {
  /// The present type of a connector.
  static func connector(_ type: String) -> String {
    switch type {
    case "filesystem_connector": "filesystem"
    case "mysql_connector": "mysql"
    case "sqlite_connector": "sqlite"
    default: type
    }
  }

  /// A connector that read files and parsed them; those are two components now.
  static func isSourceCode(_ connector: String) -> Bool {
    connector == "source_code" || connector == "source_code_connector"
  }

  /// The present type of an analyser.
  static func processor(_ type: String) -> String {
    switch type {
    case "personal_data_analyser", "personal_data_analyzer": "personal_data"
    case "processing_purpose_analyser", "processing_purpose_analyzer": "processing_purpose"
    case "data_subject_analyser", "data_subject_analyzer": "data_subject"
    case "source_code_analyzer": "source_code_analyser"
    default: type
    }
  }

  /// The present name of a schema.
  static func schema(_ name: String) -> String {
    switch name {
    case "personal_data_finding": "personal_data_indicator"
    case "processing_purpose_finding": "processing_purpose_indicator"
    case "data_subject_finding": "data_subject_indicator"
    default: name
    }
  }

  /// The present URI of a ruleset that was named without provider and version.
  static func ruleset(_ name: String) -> String {
    switch name {
    case "personal_data": "local/personal_data_indicator/1.0.0"
    case "processing_purposes": "local/processing_purposes/1.0.0"
    case "data_subjects": "local/data_subject_indicator/1.0.0"
    default: name
    }
  }

  /// The present name of a connector's property.
  static func property(_ name: String, of connector: String) -> String {
    switch (connector, name) {
    case ("filesystem", "root_path"): "path"
    case ("filesystem", "file_patterns"): "include_patterns"
    default: name
    }
  }

  /// The group that an analyser's property belongs to, for those that once stood at the top level.
  static func group(ofProperty name: String) -> String? {
    switch name {
    case "ruleset", "evidence_context_size", "maximum_evidence_count", "evidence_proximity_threshold":
      "pattern_matching"
    case "enable_llm_validation", "llm_validation_mode", "llm_batch_size": "llm_validation"
    default: nil
    }
  }
}
