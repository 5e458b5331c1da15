// Names the checks that tell a real value from a look-alike. Knows no rules and no texts around a value.

/// A check of a matched value against the standard of its kind.
package enum ValueValidator: String, CaseIterable, Sendable {
  case luhn
  case iban
  case bic
  case ipv4
  case ipv6
  case email
  case phoneE164 = "phone_e164"
  case phoneNational = "phone_national"
  case dateOfBirth = "date_of_birth"
  case imei
  case imsi
  case vat
  case cryptoAddress = "crypto_address"
  case personName = "person_name"
  case firstName = "first_name"
  case reversedPersonName = "reversed_person_name"
  case plausibleName = "plausible_name"
  case secret
  case password
  case diagnosisCode = "icd10"
  case austrianInsuranceNumber = "at_svnr"
  case belgianNationalNumber = "be_national_number"
  case bulgarianCitizenNumber = "bg_egn"
  case swissInsuranceNumber = "ch_ahv"
  case cypriotTaxCode = "cy_tic"
  case czechOrSlovakBirthNumber = "cz_birth_number"
  case germanTaxNumber = "de_tax_id"
  case germanPensionNumber = "de_pension_number"
  case germanHealthNumber = "de_health_number"
  case germanDocumentNumber = "de_document_number"
  case danishPersonNumber = "dk_cpr"
  case balticPersonalCode = "ee_lt_personal_code"
  case spanishIdentity = "es_identity"
  case finnishPersonalCode = "fi_personal_code"
  case frenchSocialSecurityNumber = "fr_nir"
  case frenchTaxNumber = "fr_tax_number"
  case greekInsuranceNumber = "gr_amka"
  case greekTaxNumber = "gr_afm"
  case croatianPersonalNumber = "hr_oib"
  case hungarianTaxNumber = "hu_tax_number"
  case hungarianInsuranceNumber = "hu_taj"
  case hungarianPersonalNumber = "hu_personal_number"
  case irishPPSNumber = "ie_pps"
  case italianFiscalCode = "it_fiscal_code"
  case luxembourgNationalNumber = "lu_national_number"
  case latvianPersonalCode = "lv_personal_code"
  case dutchCitizenServiceNumber = "nl_bsn"
  case norwegianBirthNumber = "no_birth_number"
  case polishPESEL = "pl_pesel"
  case polishTaxNumber = "pl_nip"
  case polishIdentityCard = "pl_identity_card"
  case portugueseTaxNumber = "pt_nif"
  case romanianPersonalCode = "ro_cnp"
  case swedishPersonNumber = "se_personnummer"
  case slovenianPersonalNumber = "si_emso"
  case britishNHSNumber = "uk_nhs"
  case britishInsuranceNumber = "uk_nino"
  case britishTaxpayerReference = "uk_utr"

  /// True if `text`, all of it, is a value of this kind.
  package func accepts(_ text: String) -> Bool { accepts(Array(text.utf8)) }

  /// True if `bytes`, UTF-8, are a value of this kind.
  package func accepts(_ bytes: [UInt8]) -> Bool { bytes.count <= Self.maximumLength && check.isValid(bytes) }

  /// Where in `bytes`, UTF-8, the value stands: all of them but for names, before which other words may stand; nil if
  /// there is none.
  package func place(in bytes: [UInt8]) -> Range<Int>? {
    guard self == .personName, bytes.count <= Self.maximumLength else {
      return accepts(bytes) ? 0..<bytes.count : nil
    }
    return PersonName.place(in: bytes)
  }

  /// The document that the check follows.
  package var standard: String { check.standard }

  /// No value of any kind is longer, in bytes.
  private static let maximumLength = 512
}
