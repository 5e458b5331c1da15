// `wct generate-schema`, and the listings of what is installed.
internal import CanonicalJSON
internal import SystemFiles
internal import TestSupport
import Testing

@Suite struct SchemaCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func theSchemaIsTheOneOfTheDocumentation() throws {
    let result = try place.wct("generate-schema")
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    #expect(try result.standardOutput == readFile("\(Repository.path)/docs/runbook.schema.json"))
  }

  @Test func theSchemaOfConfigurationsIsTheOneOfTheDocumentation() throws {
    let result = try place.wct("generate-schema", "config")
    #expect(result.code == 0 && result.error.isEmpty, "\(result)")
    #expect(try result.standardOutput == readFile("\(Repository.path)/docs/wct-config.schema.json"))
  }

  @Test func theSchemaIsWrittenToAFile() throws {
    #expect(try place.wct("generate-schema", "-o", "s.json").output.isEmpty)
    #expect(try place.bytes("s.json") == place.wct("generate-schema", "-o", "-").standardOutput)
    #expect(try place.wct("generate-schema", "-o", "nowhere/s.json").code == 2)
  }

  @Test(arguments: [("connectors", "filesystem"), ("processors", "personal_data"), ("exporters", "json")])
  func aListHasHeadingsAndAllComponents(_ command: String, _ type: String) throws {
    let result = try place.wct(command)
    #expect(result.code == 0 && result.output.hasPrefix("TYPE"), "\(result)")
    #expect(result.output.split(separator: "\n").contains { $0.hasPrefix("\(type) ") })
    let listed = try JSONReader.read(place.wct(command, "--json").standardOutput).arrayValue ?? []
    #expect(listed.contains { $0["type"] == .string(type) })
    #expect(result.output.split(separator: "\n").count == listed.count + 1)
  }

  @Test func aComponentIsDescribed() throws {
    let mysql = try place.wct("connectors", "mysql").output
    #expect(
      mysql.contains("port  integer, 1 to 65535  (default 3306, or the variable MYSQL_PORT)"), "\(mysql)")
    #expect(mysql.contains("password  string  (secret, or the variable MYSQL_PASSWORD)"))
    #expect(mysql.contains("what it makes is sensitive"))
    let detector = try place.wct("processors", "personal_data").output
    #expect(detector.contains("takes         standard_input/1.0.0, or source_code/1.0.0"), "\(detector)")
    #expect(detector.contains("pattern_matching.maximum_evidence_count  integer, 1 to 20  (default 3)"))
    #expect(detector.contains("one of \"small\", \"medium\", \"large\", \"full\""))
  }

  @Test func aComponentIsDescribedAsJSON() throws {
    let json = try JSONReader.read(place.wct("connectors", "mysql", "--json").standardOutput)
    #expect(json["version"] == "1.0.0")
    #expect(json["capabilities"] == ["network"])
    let properties = json["properties"]?.arrayValue ?? []
    let password = properties.first { $0["name"] == "password" }
    #expect(password?["secret"] == true)
    #expect(password?["variable"] == "MYSQL_PASSWORD")
    #expect(properties.first?["required"] == true)
  }

  @Test(arguments: [
    (["connectors", "filesytem"], "did you mean 'filesystem'?"),
    (["connectors", "personal_data"], "wct processors personal_data"),
    (["rulesets", "wct/personal_data_indicater/1.0.0"], "did you mean 'wct/personal_data_indicator/1.0.0'?"),
    (["rulesets", "nonsense"], "provider/name/version"),
  ])
  func whatIsNotThereIsAUsageError(_ arguments: [String], _ hint: String) throws {
    let result = try place.start(.wct, arguments).result()
    #expect(result.code == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains(hint), "\(result)")
  }

  @Test func rulesetsAreListedAndDescribed() throws {
    let list = try place.wct("rulesets").output
    #expect(list.contains("wct/personal_data_indicator/1.0.0"), "\(list)")
    let json = try JSONReader.read(place.wct("rulesets", "--json").standardOutput).arrayValue ?? []
    #expect(json.allSatisfy { ($0["rules"]?.integerValue ?? 0) > 5 && $0["problem"] == .null })
    #expect(try place.wct("rulesets", "wct/personal_data_indicator/1.0.0").output.contains("email_address"))
  }

  @Test func rulesetsOfADirectoryAreListedBrokenOnesToo() throws {
    try place.write("mine/broken/1.0.0/broken.yaml", "rules: 3\n")
    let result = try place.wct("rulesets", "--rulesets", "own=mine")
    #expect(result.code == 0)
    #expect(
      result.output.contains("own/broken/1.0.0") && result.output.contains("can't be loaded"), "\(result)")
    #expect(try place.wct("rulesets", "--rulesets", "own=nowhere").code == 2)
  }
}
