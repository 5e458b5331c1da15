// The value patterns of the built-in ruleset, one table of samples: what each rule takes and what it leaves.
import CanonicalJSON
import ComponentKit
import RulesetModel
import Rulesets
import StandardManifests
import Testing
import TextMatching

/// Loaded once for all samples.
private let detectionRuleset = Result { try builtInRuleset(.personalDataIndicator) }

@Test(
  "Values are taken for what they are",
  arguments: [
    ("email_address", "Write to jane.doe+x@mail.example.co.uk.", 1),
    ("email_address", "to=o'brien@example.com;", 1),
    ("email_address", "icon@2x.png user@localhost @example.com a@b", 0),
    ("phone_number_international", "+44 20 7946 0958, +49 (0)30 123456", 2),
    ("phone_number_international", "1+44 20 7946 0958 +999 123 4567", 0),
    ("phone_number_national", "Tel: 030 / 12345678", 1), ("phone_number_national", "Order 030 12345678", 0),
    ("phone_number_grouped", "07700 900123, 020 7946 0958, 01 23 45 67 89, (555) 234-5678", 4),
    ("phone_number_grouped", "20770 900123 0123456789 01 23 45 67", 0),
    ("date_of_birth", "born 1984-05-12, Geburtsdatum: 12.05.1984", 2),
    ("date_of_birth", "ordered 1984-05-12", 0), ("date_of_birth", "dob 1984-15-42", 0),
    ("date_of_birth_in_words", "born on 19 May 1974, née le 3 février 1990", 2),
    ("date_of_birth_in_words", "paid on 19 May 1974", 0),
    ("national_id_us_ssn", "SSN 123-45-6789", 1),
    (
      "national_id_us_ssn", "000-12-3456 666-12-3456 900-12-3456 123-00-4567 123-45-0000 1123-45-6789",
      0
    ),
    ("national_id_uk_nino", "AB123456C, AB 12 34 56 C", 2),
    ("national_id_uk_nino", "QQ123456C GB123456A AB123456E", 0),
    ("national_id_fr_nir", "n° de sécurité sociale 1 84 12 76 451 089 46", 1),
    ("national_id_fr_nir", "1 84 12 76 451 089 47", 0),
    ("national_id_es_dni", "DNI 12345678Z", 1), ("national_id_es_dni", "12345678Z", 0),
    ("national_id_es_nie", "X1234567L and X1234567A", 1),
    ("national_id_nl_bsn", "BSN 1112.22.333", 1), ("national_id_nl_bsn", "111222333", 0),
    ("national_id_de_tax_id", "Steuer-ID 36 574 261 809", 1), ("national_id_de_tax_id", "36 574 261 809", 0),
    ("passport_number", "Passport No. C01X00T47", 1), ("passport_number", "passport required; C01X00T4", 1),
    ("passport_number", "the passport is required here", 0),
    ("vehicle_identification_number", "VIN 1HGCM82633A004352", 1),
    ("vehicle_identification_number", "1HGCM82633A004352", 0),
    ("iban", "DE89 3704 0044 0532 0130 00 and GB82WEST12345698765432 next", 2),
    ("iban", "BE68 5390 0754 7034 next", 1), ("iban", "DE89 3704 0044 0532 0130 01", 0),
    ("payment_card_number", "4111 1111 1111 1111, 378282246310005", 2),
    ("payment_card_number", "4111111111111112 4000000000000000 1.4111111111111111", 0),
    ("gps_coordinates", "lat/lng 52.520008, 13.404954", 1), ("gps_coordinates", "52.520008, 13.404954", 0),
    ("ipv4_address", "from 192.0.2.44:80 and 203.0.113.7.", 2),
    ("ipv4_address", "127.0.0.1 0.0.0.0 256.1.1.1 1.2.3.4.5 version 4.18.0.2 v4.18.0.2", 0),
    ("ipv6_address", "[2001:db8::1] fe80::1ff:fe23:4567:890a", 2),
    ("ipv6_address", "12:30:45 std::vector dead::beef 00:1b:44:11:3a:b7", 0),
    ("mac_address", "00:1b:44:11:3a:b7 00-1B-44-11-3A-B7", 2),
    ("mac_address", "00:1b:44:11:3a:b7:ff 00:1b:44:11:3a", 0),
    ("password_hash", "$2b$12$LQv3c1yqBWVHxkd0LHAkCOYz6TtxMQJqhN8/LewKyNiAYMyzJ/I1K", 1),
    ("json_web_token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N", 1),
    ("json_web_token", "eyJhbGciOiJIUzI1NiJ9", 0),
  ])
func valuesAreTaken(name: String, text: String, count: Int) throws {
  let all = try #require(try detectionRuleset.get()["rules"].arrayValue)
  let chosen = try #require(all.first { $0["name"] == .string(name) }?.objectValue)
  var rule = chosen
  rule["patterns"] = []
  let result = try detect([text], [.object(rule)])
  let found = (result.items.first?["matched_patterns"].arrayValue ?? []).compactMap {
    $0["match_count"].integerValue
  }
  #expect(found.reduce(0, +) == count)
}

@Test(
  "Ordinary prose and code give no findings",
  arguments: [
    "The name of the function is parse; it takes an address and a title, and returns an age limit.",
    "let name = address.title // see chapter 12.3.4 and RFC 2119; version 1.2.3, 2024-05-01 12:30:45",
    "const { id, key, value, type, state, status, position } = item; window.location = url;",
    "SHA-256 3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b, order 4012345678901234",
    "Diese Funktion gibt den Namen der Datei und die Adresse im Speicher zurück.",
    "Firmware of the hub motor: 4.11.2.0 or later",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
    "Assembly version: 2.1.0.0, driver 31.0.15.36",
    "Cette fonction renvoie le nom du fichier et son adresse en mémoire.",
  ])
func proseIsLetBe(text: String) throws {
  let uri = "local/personal_data_indicator/1.0.0"
  let result = try process(
    "personal_data", rulesets: [uri: detectionRuleset.get()],
    inputs: [TrialArtifact.texts([text])])
  #expect(result.items == [])
}

@Test("Every validator that a rule can name is there")
func validatorsAreThere() {
  #expect(Set(ValidatorName.allCases.map(\.rawValue)) == Set(ValueValidator.allCases.map(\.rawValue)))
}

@Test("Every ruleset property names a known kind, and a default that is built in")
func defaultRulesetsAreBuiltIn() throws {
  var count = 0
  for manifest in ComponentCatalog.standard.manifests(.processor)
  where manifest.type != "source_code_analyser" {
    let top = manifest.propertySchema["properties"]
    let property = top["ruleset"] == .null ? top["pattern_matching"]["properties"]["ruleset"] : top["ruleset"]
    #expect(property["format"] == "ruleset")
    let kind = try #require(property["x-ruleset-kind"].stringValue.flatMap(RulesetKind.named))
    #expect(property["default"] == .string("local/\(kind.name)/1.0.0"))
    _ = try builtInRuleset(kind)
    count += 1
  }
  #expect(count == RulesetKind.all.count)
}
