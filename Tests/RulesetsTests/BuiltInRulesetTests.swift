// The rulesets that are part of the program.
import CanonicalJSON
import RulesetModel
import Rulesets
import Testing

/// The rules of a built-in ruleset.
private func rules(_ kind: RulesetKind) throws -> [JSONValue] {
  let trial = LoadTrial("wct/\(kind.name)/1.0.0", RulesetLibrary(), kind: kind)
  #expect(trial.described == [])
  #expect(trial.note == nil)
  return try #require(trial.value?.objectValue?["rules"]?.arrayValue)
}

@Test("Every kind has a built-in ruleset without faults or remarks", arguments: RulesetKind.all)
func builtInRulesetsLoad(kind: RulesetKind) throws {
  #expect(try rules(kind).count > 10)
}

@Test("Every category of the detection rules is used, and classified once")
func categoriesAreClassified() throws {
  let detection = LoadTrial("wct/personal_data_indicator/1.0.0", RulesetLibrary()).value
  let categories = (detection?.objectValue?["categories"]?.arrayValue ?? []).compactMap(\.stringValue)
  let used = try rules(.personalDataIndicator).compactMap { $0.objectValue?["category"]?.stringValue }
  #expect(Set(used) == Set(categories))
  let mapped = try rules(.gdprPersonalDataClassification).flatMap {
    ($0.objectValue?["indicator_categories"]?.arrayValue ?? []).compactMap(\.stringValue)
  }
  #expect(mapped.sorted() == categories.sorted())
}

@Test("The special categories are those of GDPR Article 9(1), and each names the article")
func specialCategories() throws {
  let special = try rules(.gdprPersonalDataClassification).filter {
    $0.objectValue?["special_category"] == true
  }
  let indicators = special.flatMap { $0.objectValue?["indicator_categories"]?.arrayValue ?? [] }
  #expect(
    Set(indicators.compactMap(\.stringValue)) == [
      "health", "genetic", "biometric", "ethnic_origin", "political_opinion", "religious_belief",
      "trade_union_membership", "sexual_orientation",
    ])
  for rule in special {
    #expect(rule.objectValue?["article_references"]?.arrayValue?.contains("Article 9(1)") == true)
  }
}

@Test("No word of a rule stands twice, and every value rule states a confidence")
func rulesAreTidy() throws {
  for rule in try rules(.personalDataIndicator).compactMap(\.objectValue) {
    let words = (rule["patterns"]?.arrayValue ?? []).compactMap { $0.stringValue?.lowercased() }
    #expect(Set(words).count == words.count, "\(rule["name"] ?? .null)")
    #expect(rule["confidence"] != nil)
  }
}
