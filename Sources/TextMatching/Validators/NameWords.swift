// Words that stand beside names, or are taken for them. Knows no texts.

/// Lists of words in small ASCII letters, of several languages.
enum NameWords {
  /// What makes a place, a firm or a thing of the name before it: 'Victoria Station', 'Thomas Cook Airlines'.
  static let ofPlaces = NameSet(
    [
      """
      sans mono serif font fonts academy airport avenue bank bay beach bridge building castle cathedral center centre church city clinic
      club college company corporation county court creek drive edition files foundation gmbh group grove hall
      harbour heights hill hospital hotel house inc institute island isles junction lake lane library limited
      ltd mall market memorial mill museum office page park parade pier place platz plaza police port 
      project river road rue school server services software square stadium station strasse street studio
      systems team terminal theatre tower town trail university valley village wharf islands springs oil
      motors airlines kit holding holdings partners industries logistics consulting solutions technologies
      technology insurance capital ventures records university universitat universite universidad universita
      klinikum krankenhaus gymnasium schule kirche bahnhof brucke weg allee gasse bibliothek stiftung verein
      verlag werk werke bau handel telekom bahn post sparkasse volksbank versicherung award cup league
      championship association society union council committee ministry department agency authority press
      media news times journal magazine festival orchestra band theater cinema restaurant cafe bar pizzeria
      brewery winery estate farm garden gardens mountain beach coast forest bridge tunnel
      highway expressway terrace crescent boulevard syndrome disease effect theorem algorithm method test
      scale index act principle formula equation number constant conference summit museum
      gallery
      """
    ], capacity: 512)

  /// Words of sentences, days, languages and the labels of forms, which are no part of a name.
  static let others = NameSet(
    [
      """
      north south east west and or the for from with und oder mit von et ou pour y o per in at on is was has
      will said told writes wrote please thanks hello regards monday tuesday wednesday thursday friday
      saturday sunday january february march april june july august september october november december day
      days montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli
      oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin
      juillet aout septembre octobre novembre decembre lunes martes miercoles jueves viernes sabado domingo
      enero febrero marzo abril mayo junio julio septiembre octubre noviembre diciembre email mail phone tel
      telephone mobile fax address date birth born dob name number id iban bic passport plate street city
      country this that these those his her its our their my your he she it we they you i an as by to of if
      when while der die das den dem des ein eine einer eines im am vom zum zur ist war hat wird bitte hallo
      liebe lieber le la les un une des du au aux est bonjour cher chere el los las una unos il lo gli uno una
      sig het een en is dear hi hey best kind yours sincerely good new old great big first last next previous
      all any no not yes english german french spanish italian dutch polish swedish danish american british
      european deutsche deutscher deutsches true false null none unknown test example demo default
      admin root user guest system error warning info debug
      customers team teams everyone everybody friend friends colleagues students parents members subscribers world there folks guys support
      sales hiring human resources kollegen freunde mitglieder eltern zusammen alle tous toutes collegues amis equipo todos
      todas amigos colleghi tutti amici allemaal iedereen alla kolleger wszyscy panstwo anwesende kunden damen herren sirs madams
      reader readers applicant investor shareholder supplier partner neighbor neighbour resident homeowner valued
      """
    ], capacity: 512)

  /// What people are called by what they are or do, in front of their family names.
  static let roles = NameSet(
    [
      """
      mr mrs ms miss sir madam dr prof professor doctor kunde kundin patient patientin klient klientka pacjent
      pacjentka zeuge zeugin mitarbeiter mitarbeiterin kollege kollegin herr herrn frau familie family famille
      familia famiglia nachbar nachbarin mieter mieterin vermieter arzt arztin richter richterin anwalt
      anwaltin notar pfarrer minister president chancellor senator governor mayor inspector officer sergeant
      captain colonel general judge justice detective agent nurse sister brother uncle aunt coach customer
      client employee colleague witness tenant driver manager director teacher student user caller member
      monsieur madame mademoiselle maitre docteur professeur senor senora senorita don dona doctora cliente
      paciente testigo signor signora signorina dottor dottoressa avvocato ingegnere paziente meneer mevrouw
      dhr mevr klant pan pani pana fru hr herra rouva pacient asiakas potilas kund kunden patienten patienter
      gospod gospa gospodin doktor gospodja advokat
      """
    ], capacity: 256)

  /// What stands before a family name in the name of a firm or of a street, and words that begin sentences.
  static let notBeforeNames = NameSet(
    [
      """
      firma hotel restaurant via viale piazza corso vicolo calle avenida plaza paseo rua travessa praca rue
      avenue boulevard place chemin impasse ulica aleja plac osiedle ul al pl backerei metzgerei apotheke
      klinik praxis kanzlei villa casa cafe bar pizzeria trattoria ristorante gasthof gasthaus haus verlag
      brauerei autohaus galerie museum university universitat institut stiftung fondation team group saint
      sankt san santa santo st new old port lake mount fort rio monte universidad clinique hopital banca banco
      bank clinica ospedale azienda ditta empresa entreprise societe company firm studio atelier maison
      chateau schloss burg castle palace palais stadion stadium arena park parc parque parco platz strasse
      street road weg cantina bodega weingut fratelli freres hermanos gebruder gebr bros brothers et and sons
      und sohne e figli y hijos dane model type typ version modell serie series class klasse article artikel
      item produkt product order bestellung visit visiting see call ask tell contact about from to for by with
      after before since until during between however therefore meanwhile although because but so then also
      only just even still yet here there where what who why how kein keine mein meine dein deine sein seine
      ihr ihre unser unsere dieser diese dieses jeder jede jedes alle viele mon ma mes ton ta tes son sa ses
      notre nos votre vos leur leurs ce cette ces mi mis tu tus su sus nuestro vuestra mio mia suo sua nostro
      vostro loro mijn jouw zijn haar ons hun deze dit die dat min din hans hennes minister ministry cabinet
      regime government administration doctrine plan deal case trial affair act law champagne brand label
      fonts font color colour
      """
    ], capacity: 512)
}
