// The value checks that a rule can ask for. Knows none of their implementations.

/// The name of a check that a matched value must pass to count. `TextMatching` has one of each name.
package enum ValidatorName: String, Sendable, CaseIterable {
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
}

/// How much a finding of a rule matters.
package enum RuleSeverity: String, Sendable, CaseIterable {
  case low, medium, high, critical
}
