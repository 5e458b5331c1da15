// What the fields of a YAML file take, as a table. Knows neither YAML nor what the fields are for.

/// The value that a field takes.
indirect enum FieldShape: Sendable {
  case text
  /// Two capital letters (ISO 3166-1).
  case country
  /// `YYYY-MM-DD`.
  case date
  case flag
  case list(FieldShape)
  /// A text, or a list of texts; a list either way.
  case texts
  case mapping(owner: String, [FieldRow])
  /// Names of the file's own choice.
  case names(FieldShape)
  /// The word `none`, or something else.
  case orNone(FieldShape)

  /// What it is called in messages.
  var words: String {
    switch self {
    case .text: "a text"
    case .country: "a country as two letters"
    case .date: "a date"
    case .flag: "true or false"
    case .list, .texts: "a list"
    case .mapping, .names: "a mapping"
    case .orNone(let shape): "\(shape.words), or 'none'"
    }
  }
}

/// One field of a mapping.
struct FieldRow: Sendable {
  let name: String
  let shape: FieldShape
  let isRequired: Bool

  init(_ name: String, _ shape: FieldShape, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
  }
}
