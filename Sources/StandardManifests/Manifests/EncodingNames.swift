// The encodings that files are read in, and what else they are called. Knows no encoding.
internal import CanonicalJSON

/// The names that Python's codecs have for the encodings that are built in.
enum EncodingNames {
  /// Name to other names, as the schema keyword `x-names` has them.
  static let all: JSONValue = .object(JSONObject(unicode + isoParts + codePages + others))

  private static let isoParts: [(String, JSONValue)] = iso.map { part, others in
    ("iso-8859-\(part)", names(of: part, others))
  }

  /// Those of Windows and of IBM's computers.
  private static let codePages: [(String, JSONValue)] =
    ["1250", "1251", "1252", "1253", "1254", "1257"].map { page("windows-", $0) }
    + ["437", "850", "852", "866"].map { page("ibm", $0) }

  private static func page(_ firm: String, _ number: String) -> (String, JSONValue) {
    ("cp" + number, [.string(firm + number), .string(number)])
  }

  private static let unicode: [(String, JSONValue)] = [
    ("utf-8", ["u8", "utf"]), ("utf-8-sig", []), ("ascii", ["us-ascii", "646"]),
    ("latin-1", ["latin", "iso-8859-1", "l1", "8859-1", "cp819"]), ("utf-16", ["u16"]), ("utf-16-le", []),
    ("utf-16-be", []), ("utf-32", ["u32"]), ("utf-32-le", []), ("utf-32-be", []), ("auto", []),
  ]

  private static let others: [(String, JSONValue)] = [
    ("koi8-r", []), ("koi8-u", []), ("mac-roman", ["macintosh"]),
  ]

  private static let iso: [(part: Int, others: [String])] = [
    (2, ["latin2", "l2"]), (3, ["latin3", "l3"]), (4, ["latin4", "l4"]), (5, ["cyrillic"]),
    (7, ["greek", "greek8"]), (9, ["latin5", "l5"]), (10, ["latin6", "l6"]), (13, ["latin7", "l7"]),
    (14, ["latin8", "l8"]), (15, ["latin9", "l9"]), (16, ["latin10", "l10"]),
  ]

  private static func names(of part: Int, _ others: [String]) -> JSONValue {
    .array((["8859-\(part)"] + others).map { .string($0) })
  }
}
