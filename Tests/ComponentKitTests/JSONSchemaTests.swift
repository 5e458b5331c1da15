// The JSON Schema keywords that the project uses, each with what fits and what does not.
import CanonicalJSON
import ComponentKit
import Testing

struct JSONSchemaTests {
  /// A schema, values that fit, and values that do not with the pointers of what is wrong.
  static let cases: [(schema: String, fits: [String], violations: [(value: String, pointers: [String])])] = [
    (#"{}"#, ["null", "1", "{}", "[]"], []),
    (#"{"type":"null"}"#, ["null"], [("0", [""]), ("\"\"", [""])]),
    (#"{"type":"boolean"}"#, ["true", "false"], [("1", [""]), ("\"true\"", [""])]),
    (
      #"{"type":"integer"}"#, ["0", "-1", "1.0", "1e3", "123456789012345678901234567890"],
      [("1.5", [""]), ("\"1\"", [""]), ("null", [""])]
    ),
    (
      #"{"type":"number"}"#, ["0", "1.5", "123456789012345678901234567890"],
      [("\"1\"", [""]), ("true", [""])]
    ),
    (#"{"type":["string","null"]}"#, ["\"\"", "null"], [("1", [""])]),
    (#"{"const":1}"#, ["1", "1.0"], [("2", [""]), ("\"1\"", [""]), ("true", [""])]),
    (#"{"const":{"a":[1]}}"#, [#"{"a":[1]}"#], [(#"{"a":[2]}"#, [""]), (#"{"a":[1],"b":0}"#, [""])]),
    (#"{"enum":["a",1,null]}"#, ["\"a\"", "1", "null"], [("\"A\"", [""]), ("0", [""])]),
    (#"{"enum":["é"]}"#, ["\"é\""], [("\"e\u{301}\"", [""])]),
    (
      #"{"minimum":1,"maximum":5}"#, ["1", "5", "2.5", "\"x\""],
      [("0", [""]), ("5.1", [""]), ("-1e300", [""])]
    ),
    (#"{"exclusiveMinimum":0,"exclusiveMaximum":1}"#, ["0.5"], [("0", [""]), ("1", [""])]),
    (
      #"{"minLength":2,"maxLength":3}"#, ["\"ab\"", "\"abc\"", "\"😀é\"", "5"],
      [("\"a\"", [""]), ("\"abcd\"", [""]), ("\"😀\"", [""])]
    ),
    (#"{"minItems":1,"maxItems":2}"#, ["[1]", "[1,2]", "{}"], [("[]", [""]), ("[1,2,3]", [""])]),
    (#"{"items":{"type":"integer"}}"#, ["[]", "[1,2]", "\"x\""], [("[1,\"a\",2,null]", ["/1", "/3"])]),
    (#"{"required":["a","b"]}"#, [#"{"a":1,"b":null}"#, "[]"], [("{}", ["", ""]), (#"{"b":1}"#, [""])]),
    (
      #"{"properties":{"a":{"type":"string"}},"additionalProperties":false}"#, ["{}", #"{"a":""}"#],
      [(#"{"a":1}"#, ["/a"]), (#"{"b":1,"c":2}"#, ["/b", "/c"])]
    ),
    (
      #"{"properties":{"a":{}},"additionalProperties":{"type":"integer"}}"#, [#"{"a":"x","b":1}"#],
      [(#"{"b":"x"}"#, ["/b"])]
    ),
    (#"{"additionalProperties":true}"#, [#"{"b":1}"#], []),
    (
      #"{"anyOf":[{"type":"string"},{"type":"integer","minimum":3}]}"#, ["\"x\"", "3"],
      [("2", [""]), ("null", [""])]
    ),
    (
      #"{"properties":{"a/b":{"properties":{"~":{"items":{"required":["x"]}}}}}}"#,
      [#"{"a/b":{"~":[{"x":1}]}}"#],
      [(#"{"a/b":{"~":[{},{"x":1},{}]}}"#, ["/a~1b/~0/0", "/a~1b/~0/2"])]
    ),
  ]

  @Test(arguments: cases.indices)
  func validates(_ index: Int) throws {
    let (text, fits, violations) = Self.cases[index]
    let schema = try JSONSchema(JSONReader.read(text: text))
    for value in fits {
      #expect(schema.violations(of: try JSONReader.read(text: value)) == [], "\(text) takes \(value)")
    }
    for (value, pointers) in violations {
      let found = schema.violations(of: try JSONReader.read(text: value))
      #expect(found.map(\.pointer) == pointers, "\(text) of \(value)")
    }
  }

  @Test func reasons() throws {
    let schema = try JSONSchema([
      "type": "object", "required": ["x"], "additionalProperties": false,
      "properties": ["a": ["type": ["integer", "null"]], "b": ["enum": ["p", "q"]], "c": ["minimum": 1]],
    ])
    let found = schema.violations(of: ["a": "s", "b": "r", "c": 0, "d": 1])
    let expected: [SchemaViolation.Reason] = [
      .missing(property: "x"), .type(expected: ["integer", "null"], found: "string"),
      .enumeration(allowed: ["p", "q"]), .bound("at least 1"),
      .unknown(property: "d", known: ["a", "b", "c"]),
    ]
    #expect(found.map(\.reason) == expected)
    #expect(found.first { $0.pointer == "/a" }?.message == "expected integer or null, found string")
  }

  @Test(arguments: [
    #"{"$ref":"x"}"#, #"{"pattern":"a"}"#, #"{"typ":"string"}"#, #"{"type":"text"}"#, #"{"type":1}"#,
    #"{"type":["string",1]}"#, #"{"required":"a"}"#, #"{"required":[1]}"#, #"{"properties":[]}"#,
    #"{"properties":{"a":1}}"#, #"{"items":[]}"#, #"{"minLength":-1}"#, #"{"minLength":"1"}"#,
    #"{"minimum":"1"}"#, #"{"enum":"a"}"#, #"{"anyOf":{}}"#, #"{"anyOf":[1]}"#,
    #"{"additionalProperties":1}"#,
    #"{"properties":{"a":{"items":{"$ref":"x"}}}}"#, "true", "[]", "null",
  ])
  func refusedSchema(_ text: String) throws {
    let value = try JSONReader.read(text: text)
    #expect(throws: JSONSchemaError.self) { try JSONSchema(value) }
  }

  @Test func errorNamesThePlace() throws {
    let error = #expect(throws: JSONSchemaError.self) {
      try JSONSchema(["properties": ["a": ["items": ["pattern": "x"]]]])
    }
    #expect(error?.pointer == "/properties/a/items" && error?.message == "unknown keyword 'pattern'")
  }

  @Test func annotationsAreFine() throws {
    _ = try JSONSchema([
      "$schema": "s", "$id": "i", "title": "t", "description": "d", "examples": [], "format": "path",
      "writeOnly": true, "deprecated": true, "x-anything": [1], "$comment": "c",
    ])
  }

  @Test func defaults() throws {
    let schema = try JSONSchema([
      "properties": [
        "a": ["default": 1], "b": ["type": "string"],
        "c": [
          "default": [:], "properties": ["d": ["default": "x"], "e": ["properties": ["f": ["default": 2]]]],
        ],
      ]
    ])
    func filled(_ text: String) throws -> String {
      let object = try JSONReader.read(text: text).objectValue ?? JSONObject()
      return JSONValue.object(schema.fillingDefaults(in: object)).canonicalText
    }
    #expect(try filled("{}") == #"{"a":1,"c":{"d":"x"}}"#)
    let given = #"{"a":null,"b":"y","c":{"d":"z","e":{}},"other":3}"#
    let result = #"{"a":null,"b":"y","c":{"d":"z","e":{"f":2}},"other":3}"#
    #expect(try filled(given) == result)
    #expect(try filled(result) == result)
  }

  @Test func parts() throws {
    let schema = try JSONSchema(["properties": ["a": ["type": "array", "items": ["type": "integer"]]]])
    #expect(schema.subschema(ofProperty: "a")?.violations(of: ["x"]).map(\.pointer) == ["/0"])
    #expect(schema.subschema(ofItemsOf: "a")?.violations(of: "x").map(\.pointer) == [""])
    #expect(schema.subschema(ofItemsOf: "b") == nil && schema.subschema(ofProperty: "b") == nil)
  }
}
