// Runbooks that several tests run.

enum SampleRunbook {
  /// files -> personal_data -> classified, over one path.
  static func detection(of path: String, name: String = "Sample") -> String {
    """
    name: \(name)
    description: Finds personal data
    contact: Tests <tests@example.com>
    artifacts:
      files:
        source:
          type: filesystem
          properties:
            path: \(path)
            max_files: 100000
      personal_data:
        inputs: files
        process: {type: personal_data}
      classified:
        name: Classified
        inputs: personal_data
        process: {type: gdpr_personal_data_classifier}
        output: true

    """
  }

  /// One source that becomes an output as it is.
  static func extraction(of path: String, properties: String = "") -> String {
    """
    name: Extraction
    description: Reads files
    contact: Tests <tests@example.com>
    artifacts:
      files:
        source:
          type: filesystem
          properties:
            path: \(path)
            \(properties)
        output: true

    """
  }

  /// Two independent branches, `left` and `right`, each a source and a detector.
  static func branches(left: String, right: String, leftFlags: String = "{}") -> String {
    """
    name: Two branches
    description: Each finds personal data
    contact: Tests <tests@example.com>
    x-note: \(leftFlags)
    artifacts:
      left:
        source: {type: filesystem, properties: {path: \(left)}}
        optional: \(leftFlags == "optional")
      left_data:
        inputs: left
        process: {type: personal_data}
        output: true
      right:
        source: {type: filesystem, properties: {path: \(right)}}
      right_data:
        inputs: right
        process: {type: personal_data}
        output: true

    """
  }

  /// A source that needs a server, with a secret.
  static let database = """
    name: Database
    description: Reads customers
    contact: Tests <tests@example.com>
    artifacts:
      customers:
        source:
          type: mysql
          properties:
            host: ${MYSQL_HOST:-db.example.com}
            user: reader
            password: ${MYSQL_PASSWORD}
            database: shop
      personal_data:
        inputs: customers
        process: {type: personal_data}
        output: true

    """

  /// A text with one e-mail address.
  static let letter = "Please write to maria.example@example.com before Friday.\n"

  /// A child with one input, `data`, and one output, `result`.
  static let child = """
    name: Child
    description: Finds personal data
    contact: Tests <tests@example.com>
    inputs:
      data: {input_schema: standard_input}
    outputs:
      result: {artifact: found}
    artifacts:
      found:
        inputs: data
        process: {type: personal_data}

    """
}
