// Tells a person's name from other words with capital letters, by a short list of first names. Knows no language.

/// A first name of the list, and a family name that is not one of the words that make places, firms and products of
/// first names ("Victoria Station"). The list was written for this project from public knowledge: the names most
/// often given in the countries of Europe in the last decades. It is no register, and nobody's absence means anything.
enum PersonName {
  static func isValid(_ text: [UInt8]) -> Bool {
    guard beginsWithFirstName(text) else { return false }
    // Particles such as 'von' are in lowercase.
    let names = text.split(separator: 0x20).filter {
      $0[$0.startIndex] >= 0x80 || $0[$0.startIndex] &- 0x41 < 26
    }
    return names.count >= 2 && !names.dropFirst().contains { noFamilyNames.contains(key($0)) }
  }

  /// A first name of the list, alone or with something after it; what is no letter before it does not count.
  static func beginsWithFirstName(_ text: [UInt8]) -> Bool {
    let word = text.drop { $0 < 0x80 && !IdentifierText.isLetter($0) }
    return firstNames.contains(key(word.prefix { $0 != 0x20 && $0 != 0x2D }))
  }

  /// ASCII letters in lowercase; the lists hold names that begin beyond ASCII with a capital letter too.
  private static func key(_ word: some Sequence<UInt8>) -> [UInt8] {
    word.map { $0 &- 0x41 < 26 ? $0 + 0x20 : $0 }
  }

  private static let firstNames = words(
    """
    aaron adam adrian adriana agata agnes agnieszka aino aisha alain alan albert alberto alejandra alejandro aleksander
    aleksandra alena ales alessandra alessandro alessia alex alexander alexandra alexandre alexandru alexis alfonso alfredo
    alice alicia alina alison alma alois amalia amanda amelia amelie amir ana anastasia anders andre andrea andreas andreea
    andrei andrej andres andrew andrzej aneta angela angelika angelo anita anja anke ann anna annalisa anne anneli annette
    annika anton antonia antonio antonis antti anu arne arthur artur arturo astrid aurelie axel barbara bart bartosz
    beata beatrice beatriz ben benedikt benjamin bernadette bernard bernd bert bettina bianca birgit bjorn bjarne bogdan
    boris brendan brian bridget brigitte bruno camille carina carl carla carlo carlos carmen carole carolina caroline caterina
    catherine catarina cecile cecilia celine chantal charles charlotte chiara chloe christian christiane christina
    christine christof christoph christophe christopher ciara claire clara claude claudia claudio clement colette colin conor
    cornelia corinne cristian cristina cristiano dagmar damien dan daniel daniela daniele dariusz dario david davide dawid
    deborah denis denise diana diego dieter dimitris dirk dominik dominique donna dorota dorothea duarte edith eduardo
    edward eero eija eileen elena eleni eleonora elias elif elisa elisabeth elizabeth elke ella ellen elsa emanuele emil emilia
    emilie emilio emily emma emmanuel enrico enrique eoin eric erica erik erika ernst esther etienne eugenia eva evelyn ewa
    fabian fabien fabio fatima federica federico felipe felix ferdinand fernando filip finn fiona florence florian franca
    francesca francesco francis francisco franco francois francoise frank franz frederic frederik fredrik friedrich fritz
    gabriel gabriela gabriele gareth gary georg george georgios georgia gerard gerhard gerda gertrud gianluca gianni
    gilles gina giorgio giovanna giovanni gisela giulia giuseppe gloria gordon grace graham greta grzegorz guido guillaume
    gunter gustav hana hannah hanna hannes hans harald harry heather heidi heike heinrich heinz helen helena helene helga
    helle helmut hendrik henri henrik henry herbert hermann hilde holger horst hugo ian ida ignacio ilona ilse ines inga
    inge ingrid inka ioana ion ioannis irena irene irina iris isabel isabella isabelle ivan ivana ivo iwona jaakko jacek jack
    jacob jacqueline jacques jakob jakub james jan jana jane janet jani janina janine jannis janusz jari jaroslav jasmin
    jason javier jean jeanne jens jennifer jeremy jerome jerzy jessica jesus jette jill jiri joan joana joanna joao jochen joe
    joel johan johanna johannes john jonas jonathan jordi jorg jorge jose josef josefina joseph joshua juan juana juha
    juho julia julian juliana julie julien julius jurgen jukka justin justyna kaisa kalle kamil karel karen karin karina karl
    karla karolina karsten katarina katarzyna kate katerina katharina katherine kathleen kathrin kathryn katja katrin
    kay keith kelly kenneth kerstin kevin kim kirsi kirsten klaus knut konrad konstantin konstantinos kristina kristian
    krystyna krzysztof kurt lara lars laszlo laura laurence laurent lauri lea leah lech lena lennart leo leon leonie leonor
    lidia liam lina linda lisa lise liselotte livia lorena lorenzo lotte louis louise luc luca lucas lucia luciana lucie
    lucy ludovic ludwig luigi luis luisa luka lukas lukasz lydia maarit maciej madeleine magda magdalena magnus maja
    malgorzata manfred manon manuel manuela marc marcel marcin marco marcos marcus marek margaret margarida margarita
    margherita margit margot maria marianne mariana marie marija marina mario marion maris mariusz marja mark marko markus
    marlene marta martha martin martina martine mary massimo mateo mateusz mathias mathieu mathilde matt matteo matthew
    matthias matti mats maurice mauro max maxime maximilian maya mehmet mehdi melanie mercedes merja mia michael michaela
    michal michel michele micha miguel mihai mika mikael mike mikko milan milena mirjam miriam miroslav mohamed mohammed
    monica monika monique morten mustafa nadia nadine nadja natalia natalie natasha nathalie nathan neil nele niall
    niamh nicholas nick nicola nicolas nicole niels nikola nikolaos nikos nils nina noah noel noemi nora norbert nuno
    olaf ole olga oliver olivia olivier omar oscar oskar otto pablo paola paolo pascal patricia patrick patrik patrizia paul
    paula paulina pauline paulo pavel pawel pedro peggy pekka per petar peter petr petra petri philip philipp philippe
    pia pierre pieter pietro pilar piotr rachel radek rafael rafal raimund rainer ralf ramona ramon raphael raquel raul
    rebecca regina reinhard renata renate rene ricardo riccardo richard riitta rita robert roberta roberto robin
    rocio rodrigo roger roland rolf romain roman rosa rosario rosemary roy ruben rudolf rui ruth ryan sabine sabrina samantha
    samuel sandra sandrine sanna sara sarah saskia scott sean sebastian sebastien serena sergio sharon siegfried sigrid silke
    silvia simon simona simone sinead sofia sofie sonia sonja sophia sophie soren stanislav stefan stefania stefanie stefano
    stella stephan stephane stephanie stephen steven stuart sue susan susana susanna susanne sven svetlana sylvain sylvia
    sylvie szymon tamara tanja tapio tatjana teemu teresa thea theo theodor theresa therese thibault thierry thomas tiina tim
    timo tina tobias tom tomas tomasz tommaso toni tony torben torsten tove tristan ulla ulrich ulrike urban urs ursula
    uwe vaclav valentin valentina valeria valerie vanessa vasile vera veronica veronika veronique vicente victor viktor
    viktoria vincent vincenzo virginie virginia vit vito vladimir waldemar walter wendy werner wieslaw wilhelm willem william
    wojciech wolfgang xavier yann yannick yves yvonne zbigniew zdenek zofia zoe zoltan zsofia zuzana
    agnès aurélie andré andré andrés ángel ángela anaïs benoît björn borbála céline cécile chloé clément élise élodie
    éric étienne eszter françois françoise frédéric gábor geneviève gergely gérard grégory günter günther györgy hélène
    hervé inês irène istván ján jérôme jesús jiří joão jörg josé józef julián jürgen katalin kateřina krisztina lászló
    léa loïc lukáš łukasz małgorzata maría márta máté mélanie michał mónica noémie özlem paweł péter rafał raúl rené rocío
    sébastien sérgio şükran sofía søren stéphane stéphanie tamás thérèse tomás tomáš václav valérie véronique víctor zoë
    zoltán žiga ádám adrián agnieška alena andrzej beatrix dóra ferenc ilse jānis jonas juris kārlis liepa mantas rasa tadas
    abigail adela adele aidan aisling alasdair alastair aled alfie amelie amina amy angus anil anton anouk antje archie arjun arvid asha
    ashley asif astrid aylin ayse bastian beth bethany blake bram brenda brooke bryan caitlin callum caleb cameron carolin carter
    casey catalina cathal cedric chelsea cheryl chris christa clare clive connor courtney craig daan darren declan deirdre denise desmond
    dmitri dolores donald douglas dylan ebba edwin eilidh eimear elin eliza elliot ellis elodie eloise elwin emir emre enzo erin
    ethan euan evan evie ewan faith fatma femke fergus fernanda flora frances freddie freya gareth gavin gemma geoffrey georgina geraint
    gertrude gillian giselle glenn gonzalo graeme greg gregor gustaf gwen haakon hakan halina hamza harriet harrison hasan hayley hector
    henrietta henryk hilary hilda holly huda hugh hussein ibrahim imogen imran ines ingeborg irmgard isaac isha isla isobel jaap jade jamal
    jaime jayden jeroen jesse jill jodie jonah jonty jordan joris joyce juliet julio kai karim karol kasper kasia katie kathrine kaya
    keiran kenji khadija kieran kirsty klara kofi koen kyle laila lasse laurie lauren layla leila leona lewis liesel lieselotte lilian lilly
    lily logan lotta lottie luigi luke maarten mabel maddison maeve malcolm malik malin mansour marcelo mariam marian marieke marius marlon
    marloes mason matilda maud maureen max meera megan mehdi mei melissa merve mette mila mirco miranda mohammad mohamad moira molly morgan
    moritz murat muriel nadia naomi nasser natasha nathaniel neha nele nicolai nigel nikhil nikita nishant noor nora oona oonagh orla oscar owen
    paige pamela patrik penelope penny peggy pernille phoebe phyllis pim polly poppy pooja priya quentin rajesh rajiv ralph ranjit rasmus ravi
    reece reggie rhys rhian robbie roberto roderick rohan ronald ronan rory rosalind rosie ross rowan rupert ruairi sabina sadia saeed sahar
    salim sally salvatore sami samir sanjay saoirse sean selma shane shannon shaun sheila shirley sian siobhan sigurd sinan solveig sophia
    spencer stacey stanley stella summer suresh svea svenja tahir tariq tariqul ted terence teresa tessa tiago tiffany tilda tilly tobin torsten
    tracy trevor trond trudy tuva tyler uma una vanja vera vernon vijay violet wanda warren wayne wesley wiebke wilfred willow winifred yasmin
    yusuf zainab zara zachary zeynep lieke sanne thijs sven daphne merel bas jelle wouter fenna roos ruben niels lars sietske hidde
    solène maëlle maëva ophélie romane margaux capucine apolline océane manon théo clément baptiste gaël loïc rémi rémy yohan florent fabrice
    gaëlle solange thibaut lucien lucienne armand edgar marcelle colette
    alba aitana nerea ainhoa iker unai gorka begoña consuelo dolores encarnación esperanza inmaculada macarena remedios soledad trinidad joaquín
    ramón germán fermín martín nicolás sebastián matías tomás héctor óscar álvaro íñigo rubén iván
    alessio gaia ginevra aurora noemi vittoria vittorio ludovica edoardo raffaele raffaella rosanna rossella nicolò niccolò ettore fabrizio
    ignazio loredana marisa mirella donatella ornella patrizio pierluigi renzo sandro tiziana umberto ivano
    jadwiga bożena danuta grażyna halina irena jolanta lucyna mirosława wanda zuzanna bartłomiej błażej cezary kacper kamila karolina natan
    przemysław radosław sławomir stanisław sylwester wiktor witold zygmunt władysław michalina oliwia hanna antoni franciszek tadeusz ryszard
    ingvar håkan göran åsa åke örjan maj-britt gunilla gunnar birgitta ebba elsa alva lovisa linnea agnes hjalmar folke sixten rune ragnar ulf
    bengt bo britt carina eva-lena kerstin lennart monica siv stig tage tore ylva jenny jonny annika emelie hedda saga vilma alma
    günter heiko uwe volker wolfgang detlef diethelm eberhard ekkehard elfriede friedhelm gesine gundula hannelore hartmut hedwig
    heinz-peter ilka jutta kerstin leonhard lieselotte lothar ludger marlies mechthild oskar ottilie roswitha rüdiger sieglinde sigmund traudel
    waltraud wilhelmine xaver fiete maike nils ole tjark wiebke svea jonte gerlinde edeltraud rosemarie annegret annemarie marie-luise
    """)

  private static let noFamilyNames = words(
    """
    academy airport avenue bank bay beach bridge building castle cathedral center centre church city clinic club college
    company corporation county court creek day days drive edition files foundation gmbh group grove hall harbour heights hill
    hospital hotel house inc institute island isles junction lake lane library limited ltd mall market memorial mill museum
    north south east west office page park parade pier place platz plaza police port prize project river road rue school
    server services software square stadium station straße strasse street studio systems team terminal theatre tower town
    trail university valley village wharf and or the for from with und oder mit von et ou pour y o per in at on is was has
    will said told writes wrote please thanks hello regards monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december islands springs oil motors airlines kit
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    var keys: Set<[UInt8]> = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      keys.insert(key(word.utf8))
      keys.insert(key((word.prefix(1).uppercased() + word.dropFirst()).utf8))
    }
    return keys
  }
}
