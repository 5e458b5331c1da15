// The table of checks: what each validator calls, and what that follows. Knows no rules.

/// What a validator does, and by which document.
struct ValueCheck: Sendable {
  let isValid: @Sendable ([UInt8]) -> Bool
  let standard: String

  init(_ standard: String, _ isValid: @escaping @Sendable ([UInt8]) -> Bool) {
    self.standard = standard
    self.isValid = isValid
  }
}

extension ValueValidator {
  var check: ValueCheck {
    switch self {
    case .luhn: ValueCheck("ISO/IEC 7812-1 Annex B", PaymentCardNumber.isValid)
    case .iban: ValueCheck("ISO 13616-1, ISO/IEC 7064 MOD 97-10", InternationalBankAccountNumber.isValid)
    case .bic: ValueCheck("ISO 9362, ISO 3166-1", BusinessIdentifierCode.isValid)
    case .ipv4: ValueCheck("RFC 3986, section 3.2.2", { IPv4Address.isValid($0) })
    case .ipv6: ValueCheck("RFC 4291, section 2.2", IPv6Address.isValid)
    case .email: ValueCheck("RFC 5321, RFC 5322", EmailAddress.isValid)
    case .phoneE164: ValueCheck("ITU-T E.164", PhoneNumber.isValid)
    case .phoneNational: ValueCheck("ITU-T E.129", NationalPhoneNumber.isValid)
    case .dateOfBirth: ValueCheck("ISO 8601-1", DateOfBirth.isValid)
    case .imei: ValueCheck("3GPP TS 23.003", MobileIdentity.isEquipment)
    case .imsi: ValueCheck("ITU-T E.212", MobileIdentity.isSubscriber)
    case .vat: ValueCheck("Directive 2006/112/EC, article 215", ValueAddedTaxNumber.isValid)
    case .cryptoAddress:
      ValueCheck("Base58Check, BIP 173, BIP 350, EIP-55", CryptocurrencyAddress.isValid)
    case .personName:
      ValueCheck("A first name of the list and another word, or a family name", PersonName.isValid)
    case .firstName: ValueCheck("A first name of the list", PersonName.beginsWithFirstName)
    case .reversedPersonName:
      ValueCheck("A word, a comma, and a first name of the list", PersonName.isReversed)
    case .plausibleName: ValueCheck("No word of places, firms and sentences", PersonName.isPlausible)
    case .secret: ValueCheck("Letters and digits mixed, no placeholder", SecretText.isValid)
    case .password: ValueCheck("Letters beside digits or signs, no placeholder", SecretText.isPassword)
    case .diagnosisCode: ValueCheck("ICD-10 (WHO), ICD-10-CM, ICD-10-GM", DiagnosisCode.isValid)
    default: nationalCheck
    }
  }

  private var nationalCheck: ValueCheck {
    switch self {
    case .austrianInsuranceNumber:
      ValueCheck("ASVG, section 31", CentralEuropeanIdentifiers.isAustrianInsuranceNumber)
    case .belgianNationalNumber:
      ValueCheck("Royal Decree of 3 April 1984", BeneluxIdentifiers.isBelgianNationalNumber)
    case .bulgarianCitizenNumber:
      ValueCheck("Ordinance RD-02-20-9/2012", SouthEastEuropeanIdentifiers.isBulgarianCitizenNumber)
    case .swissInsuranceNumber: ValueCheck("AHVG 50c", CentralEuropeanIdentifiers.isSwissInsuranceNumber)
    case .cypriotTaxCode: ValueCheck("VIES", ValueAddedTaxNumber.isCypriotCode)
    case .czechOrSlovakBirthNumber:
      ValueCheck("133/2000 Sb., 301/1995 Z. z.", CentralEuropeanIdentifiers.isCzechOrSlovakBirthNumber)
    case .germanTaxNumber: ValueCheck("Abgabenordnung 139b", GermanIdentifiers.isTaxNumber)
    case .germanPensionNumber: ValueCheck("VKVV, section 2", GermanIdentifiers.isPensionInsuranceNumber)
    case .germanHealthNumber: ValueCheck("SGB V, section 290", GermanIdentifiers.isHealthInsuranceNumber)
    case .germanDocumentNumber: ValueCheck("ICAO Doc 9303", GermanIdentifiers.isDocumentNumber)
    case .danishPersonNumber: ValueCheck("CPR-loven", NordicIdentifiers.isDanishPersonNumber)
    case .balticPersonalCode: ValueCheck("EVS 585", BalticIdentifiers.isEstonianOrLithuanianCode)
    case .spanishIdentity: ValueCheck("Real Decreto 1553/2005", IberianIdentifiers.isSpanishIdentity)
    case .finnishPersonalCode: ValueCheck("Laki 661/2009", NordicIdentifiers.isFinnishPersonalCode)
    case .frenchSocialSecurityNumber:
      ValueCheck(
        "Code de la sécurité sociale R115-1", FrenchAndItalianIdentifiers.isFrenchSocialSecurityNumber)
    case .frenchTaxNumber: ValueCheck("DGFiP, numéro SPI", FrenchAndItalianIdentifiers.isFrenchTaxNumber)
    case .greekInsuranceNumber:
      ValueCheck("Law 3655/2008", SouthEastEuropeanIdentifiers.isGreekInsuranceNumber)
    case .greekTaxNumber: ValueCheck("AADE, AFM", SouthEastEuropeanIdentifiers.isGreekTaxNumber)
    case .croatianPersonalNumber:
      ValueCheck("Zakon o OIB, ISO/IEC 7064 MOD 11,10", SouthEastEuropeanIdentifiers.isCroatianPersonalNumber)
    default: otherNationalCheck
    }
  }

  private var otherNationalCheck: ValueCheck {
    switch self {
    case .hungarianTaxNumber:
      ValueCheck("1996. évi XX. törvény", CentralEuropeanIdentifiers.isHungarianTaxNumber)
    case .hungarianInsuranceNumber:
      ValueCheck("1996. évi XX. törvény", CentralEuropeanIdentifiers.isHungarianInsuranceNumber)
    case .hungarianPersonalNumber:
      ValueCheck("1996. évi XX. törvény", CentralEuropeanIdentifiers.isHungarianPersonalNumber)
    case .irishPPSNumber:
      ValueCheck("Social Welfare Consolidation Act 2005", BritishAndIrishIdentifiers.isPPSNumber)
    case .italianFiscalCode:
      ValueCheck("DM 23 dicembre 1976", FrenchAndItalianIdentifiers.isItalianFiscalCode)
    case .luxembourgNationalNumber:
      ValueCheck("Loi du 19 juin 2013", BeneluxIdentifiers.isLuxembourgNationalNumber)
    case .latvianPersonalCode: ValueCheck("MK noteikumi 131/2016", BalticIdentifiers.isLatvianCode)
    case .dutchCitizenServiceNumber:
      ValueCheck("Regeling BSN", BeneluxIdentifiers.isDutchCitizenServiceNumber)
    case .norwegianBirthNumber:
      ValueCheck("Folkeregisterforskriften", NordicIdentifiers.isNorwegianBirthNumber)
    case .polishPESEL: ValueCheck("Ustawa o ewidencji ludności", CentralEuropeanIdentifiers.isPolishPESEL)
    case .polishTaxNumber: ValueCheck("Ustawa o NIP", CentralEuropeanIdentifiers.isPolishTaxNumber)
    case .polishIdentityCard:
      ValueCheck("Ustawa o dowodach osobistych", CentralEuropeanIdentifiers.isPolishIdentityCard)
    case .portugueseTaxNumber: ValueCheck("Decreto-Lei 14/2013", IberianIdentifiers.isPortugueseTaxNumber)
    case .romanianPersonalCode: ValueCheck("OUG 97/2005", SouthEastEuropeanIdentifiers.isRomanianPersonalCode)
    case .swedishPersonNumber: ValueCheck("SKV 704", NordicIdentifiers.isSwedishPersonNumber)
    case .slovenianPersonalNumber:
      ValueCheck("ZCRP, EMŠO", SouthEastEuropeanIdentifiers.isSlovenianPersonalNumber)
    case .britishNHSNumber: ValueCheck("NHS Data Dictionary", BritishAndIrishIdentifiers.isNHSNumber)
    case .britishInsuranceNumber:
      ValueCheck("HMRC NIM39110", BritishAndIrishIdentifiers.isNationalInsuranceNumber)
    case .britishTaxpayerReference: ValueCheck("HMRC", BritishAndIrishIdentifiers.isTaxpayerReference)
    default: ValueCheck("", { _ in false })
    }
  }
}
