// The three components in a row over the fixture Fixtures/webshop, with the built-in rulesets.
import CanonicalJSON
import ComponentKit
import Diagnostics
import RulesetModel
import Rulesets
import StandardManifests
import Testing

/// A ruleset that is part of the program.
func builtInRuleset(_ kind: RulesetKind) throws -> JSONValue {
  var sources = SourceCollection()
  guard
    case .found(let value, _, _) = RulesetLibrary().load(
      "wct/\(kind.name)/1.0.0", kind: kind, sources: &sources)
  else {
    throw ComponentFailure("the built-in ruleset \(kind.name) does not load")
  }
  return value
}

/// The files of the web shop, the detector's findings in them, and the classifier's.
private struct Webshop {
  let files: TrialResult
  let indicators: TrialResult
  let classified: TrialResult

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    files = try extract(
      "filesystem",
      ["path": "Fixtures/webshop", "exclude_patterns": ["*.png", "*.gz", "README.md"], "max_files": 500],
      context: TrialContext(baseDirectory: "/" + root))
    indicators = try process(
      "personal_data",
      rulesets: ["local/personal_data_indicator/1.0.0": builtInRuleset(.personalDataIndicator)],
      inputs: [TrialArtifact(schema: .standardInput, items: files.items)])
    classified = try process(
      "gdpr_personal_data_classifier",
      rulesets: [
        "local/gdpr_personal_data_classification/1.0.0": builtInRuleset(.gdprPersonalDataClassification)
      ],
      inputs: [TrialArtifact(schema: .personalDataIndicator, items: indicators.items)])
  }

  /// The categories found in a file.
  func categories(_ file: String) -> Set<String> {
    let findings = indicators.items.filter { $0["metadata"]["source"] == .string("Fixtures/webshop/\(file)") }
    return Set(findings.compactMap { $0["category"].stringValue })
  }

  /// How often a pattern of a category matched in a file.
  func matches(_ file: String, _ category: String) -> Int {
    indicators.items
      .filter {
        $0["category"] == .string(category) && $0["metadata"]["source"] == .string("Fixtures/webshop/\(file)")
      }
      .flatMap { $0["matched_patterns"].arrayValue ?? [] }
      .reduce(0) { $0 + ($1["match_count"].integerValue ?? 0) }
  }
}

@Test("The web shop's files are read but for the one that is not UTF-8")
func webshopIsRead() throws {
  let shop = try Webshop()
  #expect(shop.files.context.warnings.count == 1)
  #expect(shop.files.context.warnings.first?.contains("data/legacy/customers.latin1.txt") == true)
  #expect(shop.files.items.count == shop.files.head["metadata"]?["file_count"].integerValue)
  #expect(shop.indicators.context.warnings == [])
  #expect(shop.classified.items.count == shop.indicators.items.count)
  #expect(Set(shop.indicators.items.map { $0["id"] }).count == shop.indicators.items.count)
}

@Test("What the files hold is found")
func webshopHoldsPersonalData() throws {
  let shop = try Webshop()
  let expected: [String: Set<String>] = [
    "data/exports/customers.csv": [
      "person_name", "email_address", "phone_number", "postal_address", "date_of_birth", "bank_account",
      "ip_address",
    ],
    "data/sql/shop_dump.sql": ["credential", "email_address", "ip_address", "phone_number"],
    "docs/hr/hr_notes_2025_q1.md": [
      "health", "religious_belief", "trade_union_membership", "ethnic_origin", "sexual_orientation",
      "bank_account", "date_of_birth", "financial_situation",
    ],
    "docs/letters/kundenschreiben_de.txt": ["bank_account", "phone_number", "health"],
    "docs/letters/reclamation_fr.txt": ["bank_account", "phone_number", "date_of_birth"],
    "logs/app/payments.jsonl": ["payment_card", "email_address"],
    "logs/nginx/access.log": ["ip_address", "email_address"],
    "mail/inbox/0417_skin_reaction.eml": ["health", "date_of_birth", "national_identifier", "phone_number"],
    "mail/inbox/0422_re_wrong_size.eml": ["payment_card"],
    "mail/inbox/0438_access_request.eml": ["date_of_birth", "email_address"],
    "support/phone_orders_2025-03-03.txt": ["payment_card", "phone_number"],
  ]
  for (file, categories) in expected {
    #expect(shop.categories(file).isSuperset(of: categories), "\(file): \(shop.categories(file))")
  }
}

@Test("What only looks like personal data is let be")
func webshopHasDecoys() throws {
  let shop = try Webshop()
  #expect(shop.categories("data/exports/stock_levels.csv").isDisjoint(with: ["ip_address", "payment_card"]))
  // Order numbers have 16 digits and fail the check digit.
  #expect(!shop.categories("data/exports/orders.csv").contains("payment_card"))
  // Three of the IBANs have wrong check digits; the header names the column once.
  #expect(shop.matches("data/exports/refunds_2025-02.csv", "bank_account") == 11)
  #expect(shop.categories("src/js/vendor/tinycart.min.js").isSubset(of: ["ip_address"]))
  #expect(!shop.categories("logs/app/app.log").contains("payment_card"))
}

@Test("Findings are classified under the GDPR")
func webshopIsClassified() throws {
  let shop = try Webshop()
  let special = shop.classified.items.filter { $0["special_category"] == true }
  #expect(!special.isEmpty)
  #expect(shop.classified.head["summary"]?["special_category_count"] == .integer(special.count))
  #expect(special.allSatisfy { $0["article_references"].arrayValue?.contains("Article 9(1)") == true })
  #expect(
    Set(special.compactMap { $0["privacy_category"].stringValue }) == [
      "health_data", "belief_data", "origin_data", "sexual_life_data",
    ])
  #expect(!shop.classified.items.contains { $0["privacy_category"] == "unclassified" })
}
