// The first names that are known: the list, and its names up to M. Knows no texts.

/// Names that are given in Europe and North America, from public knowledge: the most frequent ones of the last decades, their
/// short forms, and those that came with their bearers from elsewhere. Written for this project, and completed by
/// `further` and `fromElsewhere`. It is no register, and nobody's absence means anything; names that are everyday words ("Dawn", "Chance")
/// are left out.
enum FirstNames {
  static let all = NameSet([fromAToM, fromNToZ, further, fromElsewhere], capacity: 12288)

  private static let fromAToM: StaticString =
    """
    aaliyah aaron abbie abby abdel abdi abdul abdullah abel abena abigaelle abigail abiola abraham ada adaeze
    adalbert adam adamo addison adebayo adela adelaide adele adelheid adeline adil aditya adnan adolfo adrian
    adriana adrien adrienne afonso agata agathe aglaia agnes agnieska agnieszka agostino ahmad ahmed ahmet
    aidan aileen aimee ainara ainhoa aino aisha aisling aitana aitor ajay akash ake akira akosua aksel alaa
    alain alan alasdair alastair alban albane albert alberto albin albina aldo alec aled alejandra alejandro
    alejo aleksander aleksandra aleksei aleksi alena ales alesia alessandra alessandro alessia alessio alex
    alexa alexander alexandra alexandre alexandrine alexandros alexandru alexei alexey alexia alexis alfie
    alfons alfonsina alfonso alfred alfredo algirdas ali aliaksandr alice alicia alicja alina aline alisa
    alison alistair alister aliyah alla allan allen allison alma alois alojzy alonso aloysius alva alvaro
    alvin alwin alyssa amaia amal amalia amalie amanda amandine amara amaury ambre ambroise amedeo amelia
    amelie americo amina amine amir amira amit amos amparo amrit amy ana anahi anais anand anastasia
    anastasiia anastasios anatole anatoly anca anders andre andrea andreas andreea andrei andreia andrej
    andreja andres andrew andris andrius andriy andrzej andy ane aneesa anel aneta angel angela angele angeles
    angelica angelika angeliki angelina angelique angelo angelos angie angus anh ania aniela aniko anil anish
    anita anja anjali anke ann anna annabel annabelle annalena annalisa annamaria anne annegret anneli annelie
    annelien annelies anneliese annelise annemarie annemiek annerose annette annick annie annika anouar anouk
    anselm ansgar anthea anthony antje antoine antoinette anton antonella antoni antonia antonie antonin
    antonina antonino antonio antonios antonis antti anu anupam anya apolline apollonia arantxa archibald
    archie ari ariadna ariadne ariane arianna arianne arif aristide arjen arjun arlene arlette arlo armand
    armando armelle armin arnaldo arnaud arne arnfinn arno arnold arnoud aron arsene arseniy arta artem
    artemis arthur artjom artur arturas arturo arvid arya asa asbjorn asha ashley ashok ashton asier asif
    aslan aslaug aspen assaf assia astrid athanasios athina atle attila aubrey aude audrey augusta auguste
    augustin augustyn aurelia aurelie aurelien auriane aurora austin ava axel axelle aya ayaan ayesha aylin
    ayman aymen aymeric ayoub ayse aysegul aysel aysun azra bahar balazs baltasar baptiste barbara barbro
    barend barnaby barney barry bart bartek bartlomiej bartolomeo bartosz bas bashir basile bastian bastien
    bautista bea beat beata beate beatrice beatrijs beatrix beatriz bebe becky begona bela belen belinda
    belkacem ben benedikt bengt benita benito benjamim benjamin benno benny benoit berenice berit berkay
    bernadett bernadette bernard bernardette bernardo bernat bernd bernhard bernie bert berta berthe berthold
    bertille bertram bertrand bess beth bethany betsy bettina betty bev beverly bhavna bianca birgit birgitta
    bjarke bjarne bjorg bjorn blake blanca blandine blanka blazej blerim bo bob bobby bodil bogdan bogna
    boguslaw bohdan bojan boleslaw bonifacy bonnie borbala boris borislav borja bozena bradley brady brahim
    bram branislav branka branko brecht bree brenda brendan brennan brent brett brian briana brianna brianne
    brid bridget brigida brigitta brigitte brit brita britt britta brittany bronislaw bronwen brooke bruce
    brunella brunhilde bruno bryan bryce bryony budi burak burkhard byron caetano caitlin caleb callum
    calogero calum calvin camelia cameron camilla camille camillo candela candice candida capucine carina
    carine carl carla carlijn carlo carlos carlota carlotta carlton carly carme carmel carmela carmelo carmen
    carmine carol carole carolien carolin carolina caroline carolyn carrie carsten carter carys casey casimir
    casper cassandra cassidy cassie catalin catalina catarina caterina cathal catharina catherine cathy
    catriona cayetano cecil cecile cecilia cecylia cedric celeste celia celina celine cem cemile cenk cesar
    cesare ceyda cezary chad chaim chaima chantal charlene charles charley charlie charline charlott charlotte
    charly chaya cheikh chelsea chen cheryl chet chiara chidi chinonso chinwe chloe chris christa christel
    christele christen christer christiaan christian christiane christianne christie christina christine
    christl christobal christof christoph christophe christopher christos christy chrystel chuck chukwuma chun
    cian ciara ciaran cillian cindy cinta cinzia ciro claas claes claire clara clare clarence clarissa clark
    claude claudette claudia claudine claudio claus clelia clemence clemens clement clemente clementina
    clementine cleo cleopatra clifford clifton clint clive clothilde clotilde clovis clyde cody coen colette
    colin coline colleen collin colm colton concetta conchita connie connor conny conor constance constant
    constantin constantina constanza consuelo cora coralie coraline cordula corentin corey corina corine
    corinna corinne cornelia corrado corrie cosima cosimo costanza costas courtney craig crispin cristian
    cristiano cristina cristobal cristophe curt curtis cveta cynthia cyprian cyprien cyril cyrille cyrus
    czeslaw daan dafne dafydd dagmar dagny dajana dalia dalibor dalila damaris damian damiano damien damir
    damon dan dana danica daniel daniela daniele daniella danielle danijel danijela danilo danny danuta danute
    daoud daphne daragh darcy daren daria darijo darina dario darius dariusz darja darko darla darlene darnell
    darrell darren darryl daryl dave david davide davina davor davy dawid deandre deanna debbie debora deborah
    debra declan deepak deirdre dejan delfina delia delphine demetrio demi dena denis denise deniz dennis
    denny denys derek derk derrick derya desiree desmond detlef deven devin dewayne dewi dhruv diana diane
    dianne didem didier diederik diego dieter diethard diethelm diether dietlinde dietmar dietrich dieuwertje
    dilan dilara dilek dimitar dimitra dimitri dimitrios dimitris dina dinah dineke dinesh dinis dino dionisio
    dionne dionysios dirce dirck dirk divya dmitri dmitrij dmitry dmytro doga dolf dolores domagoj domantas
    domenica domenico domingo dominic dominica dominik dominika dominique dominykas donal donald donata
    donatella donato dong donna dora doreen dorette dorian dorien dorine doris dorit dorota dorothea dorothee
    dorothy dorte dorthe doug dougal dougie douglas douwe dov dragan dragana drazen duarte dug duncan dunja
    dusan dustin dwayne dwight dylan ebba eberhard eberhart ebony ebru ecem eckart eckhard eckhart edda eddie
    eddy ede edeltraud edeltraut edgar edith editha edmond edmund edna edo edoardo edouard eduard eduardo
    edvard edvin edward edwige edwin edyta eero eeva efe efrain efstathios efua egbert egidio egon ehsan eija
    eiji eik eike eileen eilidh eilif eimear einar eino eirik eirini eitan eivind ekaterina ekin ekkehard
    elaine eldar eleanor eleftherios elena eleni eleonora eleonore eleri elfi elfrieda elfriede elia eliana
    eliane elias elie elif eligiusz eliisa elijah elin elina eline elinor eliott elis elisa elisabet elisabeth
    elisabetta elise eliseo elisha elissa eliza elizabeth elka elke elko ella ellen ellie elliot elliott ellis
    elma elmar elmer elodie eloi eloisa eloise eloy els elsa elsbet elsbeth else elsie elton elvin elvio
    elvira elvis elwin elwira elwood elzbieta emanuel emanuela emanuele emeka emel emelie emeline emer emeric
    emerson emese emiel emil emilia emilian emiliana emiliano emilie emilien emilienne emilija emilio emily
    emin emina emine emir emma emmanuel emmanuela emmanuelle emmeline emmi emmy emre ena encarna encarnacion
    engelbert engin enis ennio enno enora enrica enrico enrique enya enzo eoin ephraim erasmus ercan erdal
    erdem eren erhan erhard eric erica erich erick ericka erik erika erin erkan erkki erling erminia erna
    ernest ernestina ernestine ernesto ernst erol eros errol ersin ervin erwan erwin eryk esa esen esmee
    esmeralda espe espen esperanza esra esteban estefania estela estelle ester estera esther estrella eszter
    ethan ethel eti etienne etta ettore euan eudald eudora eufemia eugen eugene eugenia eugenie eugenio
    eugeniusz eulalia eunice eunji eusebio eustachy eva evan evandro evangelia evangelos evaristo evelien
    evelin evelina eveline evelyn evelyne everardo evert evgenia evgeny evi evie evita ewa ewald ewan eyal
    eylem eyup ezequiel ezgi ezio ezra fabian fabiana fabiano fabien fabienne fabio fabiola fabrice fabrizio
    fadi fadil fadila faisal faith faiz falk fang fanny fares farhad farid farida farouk faruk fatemeh fathi
    fatih fatiha fatima fatimah fatma fatou fatoumata fausta faustine fausto faye federica federico fedor
    felice felicia felicie felicitas felicite felicity felicjan felipa felipe felix femi femke feng fenna
    ferdi ferdinand ferdinando ferenc fergal fergus ferhat fermin fernand fernanda fernande fernando ferran
    ferruccio fidel fidelma fiene fiete fikret filip filipa filipe filippa filippo filippos filiz filomena
    fina finbar finlay finley finn finnian finola fintan fiona fiorella fiorenza fiorenzo firat firmin fjodor
    flavia flavie flavien flavio fleur flor flora flore florence florencia florent florentin florentina
    florentyna florian floriane florica florin florina florinda floris floyd flynn foivos folke fotini fouad
    fran franca frances francesc francesca francesco francine francis francisca francisco franciscus
    franciszek franck franco francois francoise franek franjo frank franka frankie frantisek franz franziska
    franziskus fred freda freddie freddy frederic frederica frederico frederik frederike frederique fredric
    fredrik fredrika freek freerk freja freya frida frieda frieder friederike friedhelm friedrich fritjof
    frits fritz fulvia fulvio fumiko furkan gabby gabi gabija gabor gabriel gabriela gabriele gabriella
    gabrielle gaby gad gael gaelle gaetan gaetana gaetane gaetano gaia galina gareth garrett gary gaspar
    gaspard gaspare gasper gaston gaurav gauthier gautier gavin gavino gavril gayle gaynor geert geertje
    geertruida geir gema gemma genevieve gennady gennaro genoveva gentian geoff geoffrey georg george
    georgette georgi georgia georgiana georgie georgina georgine georgios georgy geraint gerald geraldine
    geraldo gerard gerardo gerben gerd gerda gereon gergana gergely gerhard gerhardt gerhild gerlinde gerlof
    germain germaine german germana germano gernot gero gerolamo geronimo gerrit gerry gershon gert gertie
    gertjan gertraud gertrud gertruda gertrude gertrudis gerwin gesa gesche gesine geza ghislain ghislaine
    ghita giacinto giacomo giada giampaolo giampiero giancarlo gianfranco gianluca gianmarco gianna gianni
    giannis gideon giedrius gijs gil gilbert gilberte gilberto gilda gili gilles gillian gina ginette ginevra
    ginny gino gintaras gioacchino gioele gioia giordana giordano giorgia giorgio giorgos giosue giovani
    giovanna giovanni giraldo gisela gisele giselle gislaine gitta gitte giulia giuliana giuliano giulio
    giuseppe giuseppina giusi giustina gizem gladys glenda glenn glenys gloria glynis goce godelieve godfried
    goffredo gokhan goncalo gonzalo goran gordana gorden gordon gorka gosia gote gottfried gotthard gotz graca
    grace gracia graciela gracjan graeme graham grainne grazia graziano graziella grazyna greet greetje greg
    gregoire gregor gregoria gregorio gregory gregorz greta gretchen grete gretel griet grieta griselda gro
    grzegorz guadalupe gudmund gudrun gudula guendalina guenther guglielmina guglielmo guido guillaume guillem
    guillermina guillermo guiomar guiseppe gul gulay gulcan gulsen gun gunda gunder gundi gundula gunhild
    gunilla gunnar gunnel gunnhild gunter gunther guntram gurdeep gurpreet gus gustaf gustav gustave gustavo
    guus guusje guy gwen gwenaelle gwendal gwendolen gwendoline gwendolyn gwilym gwyn gwyneth gyorgy gyula
    haakon hadrien hagen haico haim hakan hakim hala halil halima halina halvard halyna hamid hamish hamza
    hana hanane handan hanene hania hanife hank hanka hanke hanna hannah hanneke hannele hannelie hannelore
    hannes hanni hans hansi hansjorg hanspeter harald haris harish harjit harley harmen haroon harpreet harri
    harrie harriet harris harrison harry harsh hartmut hartwig haruka haruki harun haruto harvey hasan hasna
    hassan hassna hatice hatidza hattie hauwa havva hayat hayden haydn hayley hazel heather hebe hector hedda
    hedi hedvig hedwig hedy heide heidelinde heidemarie heidi heidrun heike heikki heiko heimo heiner heini
    heinrich heinz hela heleen helen helena helene helga helge helin helio hella helle hellen helma helmi
    helmut helmuth heloise helvi hemant hendrick hendrik hendrika hendrikus henk henna hennie henning henny
    henri henric henrieke henrietta henriette henriikka henrik henrique henry henryk henryka herbert hercules
    heribert heriberto herlinda herman hermance hermann hermenegildo hermes hermine herminia herminio hermione
    hernan herta hertha herve herwig hester hetty heydar hidde hideo hieke hilaire hilario hilary hilbert
    hilda hilde hildegard hildegarde hildegund hilke hilmar hiltrud hinnerk hinrich hippolyte hiroko hiroshi
    hjalmar hjordis holger honorata honore honoria honorine horace horacio horatio horea horia horst hortencia
    hortense hortensia hossein houda howard hristo hrvoje hubert huberta hubertus huda hugh hugo hugues
    huguette hui hulya humberto humphrey hunor huong huseyin husna hussain hussein hyacinthe hylke hyun iacopo
    iain ian iancu ib ibai ibolya ibrahim ibrahima ibtissam ida idan idoia idris idriss idun ieva ifeanyi
    ifeoma ignacio ignacy ignas ignasi ignatius ignazio igor ihor iina iiris ika ike ikenna iker ilaria ilario
    ilda ildefonso ildiko ileana iliana ilias ilija ilir ilka ilker ilkka ilmari ilo ilona ilse ilya ilyas
    ilyes imane imani imelda imke immacolata imogen imran imre imtiaz ina inaki indira indre indrek ineke ines
    inese infante inga ingbert inge ingebjorg ingeborg ingeburg ingemar inger ingfrid ingibjorg ingmar ingo
    ingolf ingomar ingrid ingun ingvar ingvild inigo inka inken inmaculada inna inocencio intan ioana ioanna
    ioannis iolanda iole ion ionela ionut iordanis iosif ioulia ira iraia iraklis irek irena irene ireneusz
    irenka irina iris irit irma irmela irmelin irmgard irmina irmtraud irmtraut irvin irving irwin iryna isa
    isaac isaak isabel isabela isabell isabella isabelle isac isadora isaia isaias isamu isaura isha isidora
    isidore isidoro isidro isis iskander isla ismael ismail ismet isobel isolda isolde isotta israel istvan
    ita italo itziar iulia iulian iuliana ivan ivana ivano ivar ivelina iveta ivett ivette ivica ivo ivona
    ivor iwan iwo iwona iza izabel izabela izabella izaskun izidor jaakko jaakob jaana jaap jacco jacek
    jacinta jacinto jack jackie jackson jaco jacob jacobo jacobus jacopo jacquelien jacqueline jacquelyn
    jacques jacqui jacyna jade jadranka jadwiga jael jafar jago jaime jaimie jair jairo jakob jakov jakub
    jakup jalal jalen jamaal jamal jameel james jamie jamil jamila jamison jan jana jane janek janet janette
    janez jani janice janick janie janin janina janine janique janis janita janka janko janna janne janneke
    jannes jannick jannie jannik jannike jannis jano janos jansje janusz jaouad jared jarek jari jarik jarl
    jarmila jarmo jarno jarod jarom jaromir jaroslav jaroslava jaroslaw jarrod jasmijn jasmin jasmina jasmine
    jasna jason jasper jassim jaswinder jaume javi javier javiera jay jayden jayla jaylen jayne jayson jean
    jeanette jeanie jeanine jeanne jeannette jeannine jed jedrzej jef jeff jeffery jeffrey jelena jelle jelmer
    jeltje jemima jemma jenna jenni jennie jennifer jennika jenny jens jerald jeremiah jeremias jeremie jeremy
    jeri jermaine jernej jeroen jerome jeronimo jerrold jerry jerzy jesper jess jesse jessica jessie jessy
    jesus jette jewgeni jhon jia jie jihane jihoon jill jilles jillian jim jimena jimmie jimmy jindrich jing
    jiri jisoo jitka jitske jo joachim joakim joan joana joanie joann joanna joanne joao joaquim joaquin
    joaquina jobst jocelyn jocelyne jochem jochen jodi jodie jody joe joel joelle joeri joey johan johana
    johann johanna johanne johanneke johannes john johnathan johnnie johnny jokin jolana jolande jolanta
    jolanthe joleen jolene jolien jolijn jolita jon jonah jonas jonatan jonathan jonathon jone joni jonna
    jonne jonny jonte jonty joop joos joost jopie joram jordan jordana jordane jordi jordy jorg jorge jorgen
    joris joritt jorma jorn jorrit jorunn jory joscha joschka jose joseba josee josef josefa josefin josefina
    josefine joseline josep joseph josepha josephine joshi joshka joshua josiane josianne josie josien josip
    josipa josje joska jost josu josue jouni jovan jovana jovita joy joyce jozef jozefa jozefien jozefina
    jozsef juan juana juancho juani judit judita judith judy juha juho jukka jule julek jules juli julia
    julian juliana juliane julianna julianne julie julien juliet julieta julietta juliette julija julin julio
    julita julius jullian jun junaid juozas jupp jurate jure jurek jurgen jurgita juri jurica jurij juris
    jurjen jurre jussi juste justin justina justinas justine justus justyna jutta jytte kaarina kaarlo kacey
    kacper kadir kadri kai kaido kaisa kaitlyn kaj kaja kajetan kajsa kajus kaleb kalev kalina kalle kalliopi
    kamal kamil kamila kamilla kamran kani karan kareem karel karen kari karianne karien karim karima karin
    karina karl karla karlheinz karlijn karlis karlo karlotta karmen karol karola karoliina karolin karolina
    karoline karolos karoly karsten karthik kasandra kasia kasimir kaspar kaspars kasper kasra kassandra
    katalin katalina katarina katarzyna kate katell katelyn katerina kateryna katharina katherine kathi
    kathleen kathlyn kathrin kathrina kathrine kathryn kathy katia katiana katica katie katinka katiuscia
    katja katjana katka katleen katri katrien katrijn katrin katrina katrine katriona katy katya kaur kavita
    kay kaya kayla kaylee kayleigh kayra keanu keenan kees keesje keira keiran keisha keith kelechi kellie
    kelly kelsey kelvin kemal ken kendall kendra kendrick kenji kennet kenneth kenny kenza kerem keri kerry
    kerstin kerttu kestutis ketil ketty kevan kevin kezia khadija khadijah khaled khalid khalil khanh
    khristina ki kian kiana kiara kiel kiera kieran kiko kim kimber kimberley kimberly kimi kinga kiran kirill
    kirk kirsi kirsten kirstin kirstine kirsty kitty kiyoshi kjeld kjell kjersti kjetil klaartje klaas klara
    klaudia klaudiusz klaudyna klaus klavdija klavs klemen klemens klementyna kleopatra knud knut koen
    koenraad kofi kojo kolbjorn kolja konrad konstancja konstantin konstantina konstantinos konstantyn
    konstanze koos kora koray korbinian kordian kordula korina kornel kornelia kornelis korneliusz koryn kosta
    kostas kostis koula krasimir krasimira kris krishna krista kristaps kristel kristen krister kristers
    kristi kristian kristien kristiina kristijan kristijonas kristin kristina kristine kristjan kristof
    kristofer kristoffer kristy kriszta krisztian krisztina krystian krystyn krystyna krzesimir krzysztof
    ksawery ksenia kuba kuldeep kun kunal kunibert kunigunde kurt kwabena kwadwo kwame kwasi kyla kyle kylie
    kyra kyriaki kyriakos kyrylo lacey lachlan laci ladislao ladislav ladislava laelia laetitia lai laila
    laima laisa lakisha lakshmi lale lambert lambertus lamia lamine lana lando landon lanfranco lara larissa
    larry lars larysa lasse lassi lasze laszlo latasha latifa latisha latoya laura laureano laureen lauren
    laurena laurence laurens laurent laurenz laurette lauri laurianne laurids laurie laurin laurina laurine
    laurita lauritz lauro lavinia lavrentis lawrence layla lazar lazaro lazaros lazlo lea leah leander leandra
    leandre leandro leanne lech ledicia lee leea leen leena leendert lei leif leigh leighton leija leila leire
    leiv lejla lela leland lemmy lena leni lenita lenka lennard lennart lennert lennie lenny lenore leo
    leocadia leocadie leokadia leon leona leonard leonarda leonardo leonas leonce leone leonel leonhard
    leonhardt leonid leonida leonidas leonie leonor leontien leontina leontine leontyna leopold leopolda
    leopoldine leopoldo leroy leslaw lesley leslie lester leszek leszka leticia letitia letizia letty levente
    levi levin levke lewin lewis lex lexi leyla leyre lia liam liana liane liang lianne libby libor liborio
    librado libuse lidewij lidia lidija lidka lidwien lidwina lieke lien liene lieneke liepa lies liesa
    liesbet liesbeth liese liesel lieselot lieselotte liesje lieve lieven ligia liina liis liisa lila lilia
    lilian liliana liliane lilija liliya lilja lilla lilli lillian lilly lilo lily lin lina linda lindita
    lindsay lindsey linette ling linh linnea lino linus linzi lionel lior lisa lisanne lisbet lisbeth lise
    lisel lisele liselot liselotte lisette lissy lita liv livia livio liviu livius liya liz liza lizbeth
    lizette lizzie lizzy ljerka ljiljana ljubica ljubomir lloyd lluc lluis lodewijk loek loes logan loic lois
    lojze lolita lolke lolo lonneke lonnie lora loraine lorand loredan loredana lorelei lorella loren lorena
    lorene lorenz lorenza lorenzo loretta lori lorna lorne lorraine lothar lotta lotte lottie lou louane louay
    louella louie louis louisa louise louka loukas lourdes lourens louwrens lovisa lovorka lowri luan luana
    lubomir lubos luboslava luc luca lucas lucca lucetta lucia lucian luciana luciano lucie lucien lucienne
    lucija lucila lucile lucilla lucille lucina lucinda lucio lucja lucjan lucka lucrezia lucy lucyna ludek
    ludger ludivine ludmila ludmilla ludo ludovic ludovica ludovico ludovika ludvig ludvik ludwig ludwika
    ludwina luigi luis luisa luise luisella luiz luiza lujza luk luka lukas lukasz luke lukrecja luna lupe
    lupita lurdes lutgard luther lutz luuk luz lwazi lya lyam lydia lydie lyle lyn lynda lyndsay lyndsey
    lynette lynn lynne lynsey lyubomir lyudmila maaike maaret maarit maarten maartin maartje maba mabel
    macarena macario maceo macey maciej maciek mack mackenzie madalena madalina madara maddison madelaine
    madeleine madelief madeline madelon madina madis madison mads maelle maelys maeva maeve mafalda magali
    magalie magd magda magdalena magdalene magdeleine magdolna magna magne magnhild magnus mahamadou mahdi
    mahesh mahir mahmoud mahmud mahmut maia maialen maija maiju maik maike maiken maila mailis maina maira
    maire mairead mairi maite maj maja majbritt majid majken makayla makis maksim maksymilian malachy malaika
    malak malcolm malena malene malgorzata malgosia malia malick malik malika malin malina malka mallory malou
    malte malvin malvina malwina mamadou mandeep mandla mandy manel manfred manfredo manja manjit manola
    manolis manolito manolo manon manou manouk mansour mantas manu manuel manuela manuele manuella manus mara
    marah maraike marat marc marcel marcela marcelina marceline marcell marcella marcelle marcellino marcello
    marcelo marci marcia marciano marcin marcio marcjanna marco marcos marcus marcy mareen mareike mareile
    marek maren margaret margareta margarete margareth margaretha margarethe margarida margarita margaux marge
    margery margherita margie margit margo margot margreet margret margrethe margriet margrit marguerite mari
    maria mariachiara mariam mariama mariami marian mariana marianela mariangela mariani mariann marianna
    marianne mariano maribel marica maricel marichka maricruz marie marieke mariel mariella marielle
    marielouise marien mariet marieta marietta mariette marij marija marijan marijana marijke marijn marika
    marike mariken mariko marilena marilia marilou marilyn marilyne marilyse marina marine marinella marinette
    marinka marino marinos marinus mario mariola marion mariona mariq maris marisa marisela mariska marisol
    marissa marit marita marite maritsa maritza marius mariusz mariya mariyana marja marjan marjana marjane
    marjatta marje marjeta marjo marjolaine marjolein marjolijn marjorie marjut mark marketa marketta markku
    marko markos markus marla marleen marlena marlene marley marlies marlijn marlis marlise marloes marlon
    marlyn marnie marnix marouane marsha marshall marta marten martha martijn martin martina martine martinho
    martino martinus martti martyn martyna marwa marwan marwin mary maryam maryan maryana maryann maryanne
    maryla marylene maryline maryna maryse maryvonne marzena marzia masako masha mason masoud massimiliano
    massimo mastin mate matei matej mateja matejka mateo mateusz matheo matheus mathew mathias mathieu mathijs
    mathilde mathis mathys matia matias matija matijs matilda matilde matina matis matleena matous mats matt
    mattea matteo mattheus matthew matthias matthijs matthis matti mattia mattias mattie mattijs mattis matyas
    matylda maud maudie maura maureen mauri maurice mauricio maurin maurits mauritz maurizia maurizio mauro
    maurycy mavis max maxence maxi maxim maxima maxime maximilian maximiliane maximiliano maximilien maximino
    maxine maxwell maya mayra maysa mayte mazen mckenna mckenzie mea meabh meaghan mechthild medard medea
    medina meena meera meg megan meghan mehdi mehmed mehmet mehran mehrdad mei meike meinert meinhard meinolf
    meinrad meir meirion mela melania melanie melchior melchor melek melike melina melinda melis melissa
    melissande melita mella mellissa melvin mendel menno merce mercedes mercedesz meredith merel meret merethe
    meri meritxell merja merle merlijn merlin merrick merryn merve mervi mervin mervyn meryem meryl mesut meta
    metin metka metta mette meyer mia miao micaela micah micha michael michaela michail michal michalina
    micheal michel michelangelo michele michelina micheline michelle michiel mick mickael micky mieczyslaw
    mieczyslawa miek mieke mien mies mieszko miet miguel miguelina mihaela mihai mihail mihajlo mihaly mihkel
    mija mijo mika mikael mikaela mikayla mike mikel mikela mikhail mikita mikko miklos mikolaj mikos mikus
    mila milada milagros milan milana milda mildred milena mileva milica milivoj millicent millie milly milo
    milos miloslav milosz milou miltiadis milton mimi mimoun mina mindaugas mindy minerva ming mingus minh
    minho minji minke minna minne minnie miquel mira mirabela miranda mirca mircea mirco mireia mireille mirel
    mirela mirella mireya miriam mirja mirjam mirjana mirka mirkka mirko mirkovic miro miroslav miroslava
    miroslaw miroslawa mirsad mirta misha mitch mitchell mitja mitko mladen moa moana modestas modesto moez
    mohamad mohamed mohammad mohammed mohan mohand mohit mohsen moira moises mojca mojmir molly mona moncef
    monia monic monica monika monique monserrat montse montserrat mordechai morena moreno morgan moritz morris
    morten morwenna moses moshe mostafa mouad mouhamed moulay mounia mounir mourad moussa muammer mufaro
    muhamed muhamet muhammad muhammed muhammet mukesh munir munira murad murat murdo muriel murielle murray
    musa mustafa mustapha mya mykhailo mykola mylene myles myra myriam myrna myron myrthe myrto mzia
    """
}
