// Tells family names by what they end with, and by a list of frequent ones. Knows no first names.

/// Family names of Europe: those with an ending that makes them ('-ović', '-sson', '-opoulos', '-kowska'), and the most frequent ones of
/// each country, from public knowledge, without those that are everyday words, places or first names too.
enum FamilyNames {
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    // The last part of a double name says what it is; an elision is part of the name.
    let part = word[(word.lastIndex(of: 0x2D).map { $0 + 1 } ?? word.startIndex)...]
    guard part.contains(UInt8(ascii: "'")) else { return isName(part) }
    return isName(part.filter { $0 != UInt8(ascii: "'") }[...])
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    list.contains(name) || hasEnding(name) && !exceptions.contains(name)
  }

  /// Whether a word of at least two letters more than an ending has it.
  private static func hasEnding(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count > 5 else { return false }
    // In ASCII, the last three letters mostly tell that none of the endings is there.
    let last = word.suffix(3)
    if last.allSatisfy({ $0 < 0x80 }), !lastLetters.contains(key(last)) { return false }
    guard let letters = NameSet.folded(word), letters.count > 5 else { return false }
    return endings.contains { letters.count >= $0.count + 2 && letters.suffix($0.count).elementsEqual($0) }
  }

  private static func key(_ letters: ArraySlice<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let lastLetters = Set(endings.map { key($0.suffix(3)) })

  private static let endings: [[UInt8]] =
    """
    ovic evic ovich evich owicz ewicz kowski kowska ewski ewska owski owska inski inska ynski ynska czyk
    wicz ckova ikova enkova ova eva enko czuk chuk ovsky evsky ovskiy insky escu eanu opoulos opoulou idis
    iadis akis idou sson sdottir sdatter nsen rsen lsen dsen ksen tsen bsen ainen kinen tanen lainen konen
    guez ndez inez arez erez irez opez omez unez enez anchez alez elez alvez etti elli ucci azzi iozzi
    shvili auskas auskaite evicius aitis aityte iunas oglu mann meier meyer maier mayer huber hofer wski
    wska cki cka
    """
    .utf8.split { $0 <= 0x20 }.map(Array.init)

  private static let exceptions = NameSet(
    [
      """
      moldova casanova supernova genova padova mantova jehova terranova bossanova geneva alaska nebraska
      zinsen linsen felsen hulsen borsen kursen versen fersen bremsen pilsen impulsen spaghetti confetti
      fratelli progetti oggetti fachmann feuerwehrmann obmann landsmann hauptmann steuermann ehemann
      schwezinger neva villanova cordova minneva vermicelli cannabidis eva ova tracki vasovagalova
      sanchezromero zeitraumova hintermann fussballova nova volumetti effetti diretti perfetti corretti
      soggetti dialetti bassova jova bigeva ajdova innova renova motonova tieleman terranueva
      """
    ], capacity: 128)

  private static let list = NameSet(
    [
      """
      adamczyk adeyemi aguilar ahonen aigner albrecht allen almeida alonso alvarez alves andersen anderson
      andersson andreassen andrews angelopoulos angelov antunes araujo arias armstrong athanasiou atkinson
      attard aubert axelsson aydin azevedo babic bakker balaz balodis balogun baran barbier barbieri barbosa
      barnes bartos bauer baumann becker begum benedetti benes bengtsson benitez bennett berger berglund
      bergman bergmann bergqvist bergstrom bernardi bertrand berzins bianchi bizjak bjork blanchard blazek
      blazevic blom blomqvist boateng boehm bohm bonnet borg borkowski bouvier boyer boyle bozic brandt braun
      brennan brooks brouwer brun brunet brunner bryant butkus byrne cabrera camilleri campbell caputo carbone
      cardoso carmona caron carrasco caruso carvalho castillo castro cattaneo celik cermak cerny cetin chen
      chevalier chmielewski chowdhury christensen christiansen ciobanu claes claesson coelho colas collins
      colombo constantin conti cooper coppola correia crawford crespo cruz cunha cunningham dabrowski dahl
      damico danielsson davies davis dawson deboer debruijn debruin declercq degraaf degroot dehaan dejong
      dekker delgado delorenzo deluca demir depauw desantis deschamps desmet devries dewit diallo diaz
      dickinson dietrich dijkstra dimitriadis dimitrov dogan doherty dolezal dominguez doyle dubois duda dudek
      dufour dumas dumitru dumont dupont duran durand duval dvorak eder edwards egger eklund emerson engstrom
      eriksen eriksson esposito evans fabbri fabre farina farouk farrugia faure ferguson fernandes fernandez
      ferrara ferrari ferraro ferreira ferrer fiala figueiredo filipovic fischer fitzgerald fitzpatrick
      fonseca fontaine fontana forsberg fournier franke fraser freitas fuchs gaillard gajdos galea gallagher
      gallego gallo garcia garnier gatti gauthier gautier georgiev georgiou gheorghe gibson gimenez giordano
      girard giuliani gomes gomez goncalves gonzalez goossens gorski grabowski grasso grech grgic griffin
      griffiths gross gruber guenther guerin guerrero gundersen gunnarsson gunther gupta gustafsson gutierrez
      haas haddad hahn haider hajek hakansson halvorsen hamalainen hamilton hansen hansson harris harrison
      hartmann haugen hayes heikkila heikkinen heinonen heinrich henderson hendriks henriksen hernandez
      herrera herrero herrmann hoang hoekstra hofer hoffmann hofmann holm holmberg hopkins horak horvat
      horvath howard hribar hristov huang huber hudson hughes huisman hussain hutchinson huynh ibanez iliev
      ilves ionescu isaksson ivanov iversen jablonski jackson jacobs jacobsen jaeger jager jakobsen jakubowski
      jameson jankauskas jankowski jansen janssen jansson jarvinen jasinski jaworski jelinek jenkins jensen
      jimenez johannessen johansen johansson johnsen johnson johnston jokinen joly jones jonsson jorgensen
      jung juric kaczmarek kaiser kalnins kaminski karjalainen karlsen karlsson kaur kavanagh kavcic kaya
      kazlauskas keller kelly khan kilic kinnunen kiss klein knezevic knudsen kobayashi koch koehler koenig
      kohler kolar konig kopecky koppel korhonen koskinen koster kotnik kovac kovacevic kovacic kovacs kovar
      kowalczyk kowalski kozlowski krajnc kral kralj kramer kratochvil kraus krause krawczyk krejci kristensen
      kristiansen kriz krol krueger kruger krumins kucera kuehn kuhn kuipers kukk kumar kwiatkowski lacroix
      lahtinen laitinen lambert lange larsen larsson lawson lechner leclerc lecomte lefebvre lefevre legrand
      lehmann lehtinen lehtonen leitner lemaire leone leroux leroy lewandowski lewis liepins lindberg lindgren
      lindqvist lindstrom lloyd lofgren lombardi lombardo lopes lopez lorenz lourenco lozano lukac lund
      lundberg lundgren lundqvist lundstrom macdonald machado mackenzie maclean macleod madsen maes magi maier
      majewski makela makinen makris malinowski mancini mansour marchand marchetti marciniak marek mariani
      maric marini marino marques marquez martensson martinelli martinez martini martino martins masson matic
      matos matthews mattila mattsson mayer mayr mazur mccarthy mcdermott mcdonald mcgrath mckenna mckenzie
      mclaughlin mclean mcleod mcmahon mcnamara medina mehta meier meijer mendes mendez mensah mercier mertens
      messina meunier meyer micallef michalak michalski miller mitchell mlakar moeller moen molina moller
      molnar montanari monteiro montero morales moreau moreira morel morelli moreno moretti morris mortensen
      moser mueller mulder muller munoz munteanu murphy musil nagy nakamura nasser navarro navratil nelson
      nemec neumann neves nguyen nicholson nielsen nieminen nieto nikolaidis nikolov nilsen nilsson nolan
      nordstrom novak novotny nowak nowakowski nowicki nunes nunez nyberg nystrom obrien oconnor oikonomou
      ojala okafor okonkwo olesen oliveira olsen olsson olszewski oneill oreilly ortega ortiz osei ostrowski
      osullivan owen owusu ozolins ozturk palmieri palumbo papadopoulos papageorgiou parisi parsons pascual
      patel paterson patterson pavic pavlovic pawlak pawlowski pearson pedersen peeters pellegrini pellegrino
      pereira perez peric perrin perry persson peters petrauskas petridis petrov pettersen pettersson pfeiffer
      pham phillips picard pietrzak piotrowski pires pohl pokorny popa popescu pospisil potocnik poulsen
      powell pritchard prochazka radic ramirez ramos rantanen raposo rasmussen rebane reiter renard ribeiro
      ricci richardson richter rinaldi rizzi rizzo roberts robertson robinson rocha rodrigues rodriguez rogers
      rolland romano romero rossetti rossi roth rousseau roussel rozman rubio ruiz russo rusu rutkowski
      ruzicka saarinen sadowski sahin salminen salonen sanchez sandberg sanders sanna santoro santos sanz
      saric savolainen schaefer schafer schmid schmidt schmitt schmitz schneider scholz schouten schreiber
      schroder schroeder schubert schulte schulz schulze schumacher schuster schwarz sedlak seidel serrano
      shah sharma sikora silva silvestri simmons simoes simpson singh sjoberg smit smith smits soares
      soderberg solberg sorensen sousa spiteri stankevicius steiner stephens stephenson stepien stevens
      stevenson stewart stoica stoyanov suarez sutherland suzuki svendsen svensson svoboda sweeney szabo
      szewczyk szymanski takahashi tamm tanaka tavares taylor teixeira thompson thomsen todorov tomaszewski
      tomic torres toth tran traore tuominen turunen valentini vanbeek vandam vandenberg vandenbroek
      vandenheuvel vanderheijden vanderlinden vandermeer vanderveen vanderwal vandeven vanek vanleeuwen
      vanvliet varga vargas vasiliauskas vazquez vella verhoeven vermeulen vesely vidal vieira virtanen visser
      vitale vlachos vlcek vogel vogt voigt vukovic wagner walczak wallin wallner wang watanabe watson weber
      weiss whelan wieczorek wikstrom wilkinson willems williams williamson wilson wimmer winkler wisniewski
      witkowski wlodarczyk wojcik wolf wolff wouters wozniak wright wrobel wroblewski yamamoto yildiz yilmaz
      zajac zalewski zammit zawadzki zeman zhang ziegler zielinski zimmermann zukauskas zupan zupancic
      """
    ], capacity: 2048)
}
