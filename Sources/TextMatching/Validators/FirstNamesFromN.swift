// The first names that are known, from N on; see `FirstNames`. Knows no texts.

extension FirstNames {
  static let fromNToZ: StaticString =
    """
    nabil nabila nada nadege nadejda nadezhda nadia nadim nadine nadir nadira nadja nadya naeem nael nafisa
    nagore naia naila naim naima naja najat najib nalan nalini nana nance nancy nando nandor nanette nanna
    nanne naoki naomi napoleon narcisa narciso narcisse narek narges nasim nasrin nasser nastasia nastja nata
    natacha natale natalia natalie natalina natalino nataliya natallia natalya natan natanael nataniel
    natascha natasha natasja natasza nathalia nathalie nathan nathanael nathanaelle nathaniel nati nativa nava
    navdeep navid nawal nawel nayara nazan nazim nazli ncuti ned neda nedeljko nedim neel neela neeltje neema
    neena neeraj nefeli negin neha neil nela nele neli nelia nelle nelleke nellie nello nelly nels nelson
    nemanja nena nenad nene nerea nerijus nerina nermin nesrin nessa nesta nestor neus neva nevaeh nevena
    neville nevin ngoc ngozi nia niall niamh niccola niccolo nichola nicholai nicholas nichole nick nickolas
    nico nicola nicolaas nicolai nicolas nicolau nicole nicoleta nicoletta nicolette nicolien nicolo nida
    nidal niek niels nieves nigel nihal nihat niilo nijole nika nike nikhil niki nikifor nikita niklas niklaus
    niko nikodem nikol nikola nikolaas nikolai nikolaj nikolaos nikolas nikolay nikoleta nikoletta nikolina
    nikolozi nikos niksa nil nila nilay nilgun nils nilufer nimrod nina ninel nining nino ninon nirina nisha
    nishant nita nitin niv nives niyazi nneka noa noah noaki noam noe noel noela noelia noelie noella noelle
    noemi noemie noga noha nohaila nohemi nola nolan nolwenn nona noomi noor nora norah norbert norberto
    noreen norina norma norman norris nour noura noureddine novak nuala nuno nunzia nunzio nura nuran nuray
    nurcan nuria nuriye nurten nuru nutsa nwamaka nyasha nydia nynke oana obadiah obinna oceane octave octavia
    octavian octavie octavio odalys oddbjorn oddny oddvar odette odile odilia odilon odin odysseas oege oene
    ofelia ofer ofra oguz oguzhan ohanna oier oihana oihane oisin okan oksana ola olaf olai olalla olavi
    oldrich ole oleg oleh oleksandr oleksandra oleksii olena olesia olesya olga olgierd olha oliver olivera
    olivia olivier oliviero oliwer oliwia oliwier olof olov oluwaseun olympe olympia omar omer omid onder oona
    oonagh ophelie orazio orbert oreste orestis orfeo orhan oriana oriane orianne orietta oriol orjan orla
    orlaith orlanda orlando orlin ornela ornella orsola orsolya orson ortrud ortrun ortwin orville oscar oskar
    oskari oskars osman osvaldo oswald oswaldo oswin otakar othmar otilia otmar otso ottavia ottavio otti
    ottilia ottilie otto ottokar ouarda oumar oussama outi ovidio ovidiu owain owen oya oyvind ozan ozge ozgur
    ozkan ozlem paavo pabla pablo paco paddy padma padraic padraig paige paivi pallavi palle palmira paloma
    pam pamela pamina pana panagiota panagiotis panayiota panayiotis pancho pandora panos pantelis paola paolo
    paquita paramjit paraskevas paraskevi parisa parvati parveen pascal pascale pascaline pascual pasi
    pasquale pasqualina patrice patricia patricija patricio patrick patrik patrizia patrizio patrycja patryk
    patsy patti patty paul paula paulette paulien pauliina paulin paulina pauline paulius paulo paultje pauwel
    pavel pavla pavle pavlina pavlos pavo pawel payam peder pedro peeter peggy pekka pelagia pelayo pelle
    penelope penka penney penny pepa pepe pepijn pepita perceval percy pere peregrine pericles perlita
    pernella pernilla pernille pero perpetua perrine perry persephone petar peter petr petra petri petrina
    petro petronela petronella petronilla petros petrus petter petteri petula petya petyr phaedra phil
    philibert philine philip philipp philippa philippe philippine philippos phillip phillipa phillis philo
    philomena phoebe phuong phylis phyllis pia pien pierangelo pierette pierfrancesco piergiorgio pierina
    pierluca pierluigi piermario piero pierre pierrette pierrick pierrot piet pietari pieter pieterjan
    pieternel pietra pietro pietronella pilar pim pina pinar pinelopi pino pinuccia pio piotr piotrek pipa
    pippa pirita pirjo pirkko piroska pius placide placido plamen plamena poldi polina polly polona polycarpe
    polyxeni pompeo pooja poppy porfirio posy pradeep prakash prasad praveen predrag prema preston pricilla
    primitiva primitivo primoz prisca priscila priscilla priscille priska pritesh priya prokop prudencia pryce
    przemek przemyslaw puck purificacion qasim qiang quang quentin quim quincy quinten quintin quirin quirina
    quirino rabea rabia rabiye rachael rachel rachele rachelle rachid rachida rada radek radha radim radka
    radmila radomir radoslav radoslava radoslaw radovan radu radwan rae raechel raf rafa rafael rafaela
    rafaella rafaelle rafaello rafail rafal rafet raffaele raffaella raffaello rafi rafik rafiq ragna ragnar
    ragnhild rahel rahela rahim rahma rahul raif raija raik raili railya raimo raimonda raimondo raimonds
    raimund raimundo raina rainald raine rainer rainhard raisa raivis raivo raja rajan rajeev rajendra rajesh
    rajinder rajiv rajka rajko rajmund rakel rakesh ralf rali ralitsa ralph ralston rama ramadan ramadhan
    ramazan ramesh rami ramin ramiro ramiz ramiza ramo ramon ramona ramonita ramsay ramunas rana randa randal
    randall randi randolph rania ranieri ranjit ranko raoul raphael raphaela raphaelle rapolas raquel raquelle
    rares rasa rasheed rashid rashida rasim rasmus rastislav rasul ratko rauf raul ravi raviv ravza raya rayan
    rayane raymond raymonde raymundo rayna razvan rea reba rebeca rebecca rebecka rebeka rebekah rebekka reda
    reece reem rees refik refugio regan reggie regina reginald reginalda regine regis regula reha rehana reijo
    reilly reimar reimer reimund reina reinald reinaldo reinder reine reiner reinerio reinhard reinhart
    reinhild reinhilde reinhold reinier reinis reino reinoud reinout reka remco remedios remi remigio remigius
    remigiusz remko remmert remo remus remy remzi rena renald renaldas renaldo renan renard renars renata
    renate renato renaud rene renee reneia renita renna renny renske renuka renzo resi resul reto reuben
    reuven reva reyes reyhan reyna reynaldo reza rhea rhian rhiannon rhoda rhona rhonda rhydian rhys ria riadh
    rian riana rianne ricarda ricardas ricardo riccardo rich richard richarda richelle richie rick ricky rico
    rie riek rieke riekje rien rienk riet rieta rifat rigmor rigoberto riham rihards riikka riina riitta rik
    rika rikard rikarda rike rikke riku riley rimantas rimas rimvydas rina rinaldo rinat rinke rino rinse
    rinus riona ris risto rita ritva ritvars ritza riva rivka riza rizwan roald roar rob robb robbert robbie
    robbin robby robert roberta robertas roberto roberts robin robyn rocco roch rocio roderick rodger rodney
    rodolfo rodolphe rodrigo rodrigue roel roeland roelf roeli roelien roelof roffe rogelio roger rogier rohan
    rohit roksana roland rolanda rolandas rolande rolando rolands rolf rollo roma romain romaine roman romana
    romane romano romans romaric romas romeo romina romke romuald romualda romualdas romualdo romy ron rona
    ronald ronaldas ronaldo ronan ronda ronen rong roni ronja ronnie ronny roope roos roosa roosje roque rory
    rosa rosalba rosalia rosalie rosalina rosalind rosalinda rosaline rosamaria rosamund rosangela rosanna
    rosanne rosaria rosario rosaura roscoe roselia roseline rosella roselle roselyn rosemarie rosemary rosetta
    rosi rosie rosina rosine rosio rosita roslyn rosmarie rosmarin ross rossana rossano rossella rossitza
    rosti rostislav roswita roswitha rowan rowena roxana roxane roxanna roxanne roy royston roza rozalia
    rozalija rozanne rozemarijn rozenn rozita rozmarie ruadhan ruairi ruairidh ruben rubina ruby rudi rudiger
    rudolf rudolfs rudolph rudy rufino rufus ruggero ruggiero rui ruja rukiye rukmini rumen rumena rumiana
    runar rune rupal rupert ruslan russ russel russell rustam rusudan ruta rutger ruth rutherford ruxandra
    ruza ruzena rvat ryan ryanne ryo ryszard ryszarda saad saana saara saba sabah sabastian sabina sabine
    sabino sabri sabrina sabrine sabryna sacha sadia sadik sadio saeed safa safaa safia safiya saga sagar
    sahar sahil sahin sahra said saida saija saila saima saimi sakari sakina sakura salah salam saleh salih
    salim salima salla sally salma salman salome salomea salomon salva salvador salvatore salvatrice salvo sam
    samantha samara samer sami samia samina samir samira sampo samson samu samuel samuela samuele samuli sana
    sanae sanda sandeep sander sandi sandie sandor sandra sandrina sandrine sandro sandy sanela sangeeta sani
    sanja sanjay sanna sanne santeri santi santiago santino sanya saoirse saphira sapna sara sarah sarai sareh
    sari sarita sarka sarolta sarunas sascha sasha saska saskia saso satu saul sauli saulius savannah saverio
    savina saviour savvas saxon scarlett schirin scot scott scotty sead seamas seamus sean seb sebahat
    sebastiaan sebastian sebastiana sebastiano sebastien sebastijan seda sedat sedef sef sefa segolene
    selahattin selena selene selim selin selina selja selma selman selwyn sema semih sena senada senem senka
    senna seojun seonaid seong sepp seppo septimus serafim serafina serafino serap seraphin serban serdar
    serena serge sergei sergej sergey serghei sergi sergio sergiu sergiusz serhan serhat serhii serhiy sertac
    servaas servane sevda severin severina severine severino sevgi sevil sevilay sevim seweryn seydou seyit
    sezen sezer shabana shabnam shadi shafiq shah shahid shahin shahnaz shaima shakeel shakil shakira shamim
    shamima shamsa shana shanaya shane shanelle shani shania shanice shaniqua shaniya shannen shannon
    shaquille shara sharlene sharmila sharmin sharon sharron shaun shauna shaunagh shaunna shawn shay shayan
    shayma shazia shea sheelagh sheena sheila shelagh shelby sheldon shelley shelly sheng sheree sheri sherif
    sherine sherri sherry sherwood sheryl shilpa shimon shinji shinya shira shirin shirley shiva shivani
    shlomo shmuel shoaib shobha shona shoshana shreya shubham shukri shyam siaka sian sibel sibilla sibyl
    sibylla sibylle sid siddharth sidney sidonia sidonie sidsel siebe siegbert siegfrid siegfried sieglinde
    siegmar siegmund siegrid siem sien sierd sierk sierra sieta sietske siety sif sigal sigbjorn sigbritt
    sigfrid sigismund sigita sigitas sigmund signe sigrid sigrun sigurd sigurjon sigute sigvard siim siiri
    silas silja silje silke silva silvan silvana silvano silvester silvestre silvestro silvia silvie silvija
    silvina silvio silviu sim simao simas simen simeon simge simo simon simona simonas simone simonetta
    simonne simran sina sinan sindre sindy sinead sinem sini sinikka sinisa siobhain siobhan sipho sirah sirin
    sirje sirkka sirkku sirpa sisko sissel sissi sissy siv siw sixten siyamak sjaak sjef sjoerd sjors sjoukje
    skaidrite skarlet skye skylar slaven slavica slavka slavko slavomir slawomir slobodan slobodanka smaranda
    smilla snezana snezhana snjezana socorro sofia sofian sofiane sofica sofie sofija sofiya sofoklis sofya
    sohail sohee soila soili sokratis solange soledad soleiman solene soline solmaz solomia solomon solveig
    solveiga soma somaya sonam sondre soner songul sonia sonika sonja sonny sonya soo sophia sophie soren
    sorin sorina soroush sota sotiria sotirios sotiris souad soufian soufiane souhaila soukaina souleymane
    soumaya soyeon spela spencer spiro spiros spyridon spyros srdan srdjan srecko sreten srinivas stacey stacy
    stael staffan stafford stan stanimir stanislas stanislaus stanislav stanislava stanislavs stanislaw
    stanislawa stanka stanko stanley stavros stef stefaan stefan stefani stefania stefanie stefanija stefano
    stefanos stefany stefcho steffan steffen steffi steffie stefka stein steinar stelian steliana stelios
    stella sten stepan stephan stephane stephania stephanie stephanos stephany stephen stephon stergios stevan
    steve steven stevo stig stijn stilian stina stine stipe stjepan stoyan strahinja stratos stu stuart sture
    styliani stylianos suad subhash sude sudha sue sueli suhail suheyla sujata sukhdev sukhwinder sukran
    sukriye sukru sulayman suleiman suleyman sultana suman sumaya sumeyye sumit suna sundeep sune sung sunil
    sunita sunniva suraj suresh suri susan susana susane susann susanna susannah susanne susanta sushila susi
    susie suvi suzan suzana suzann suzanna suzanne suze suzette suzy svante svatopluk svea svein sven svend
    svenja svenn sverre svetla svetlana svetlin svetlozar svetoslav sviatoslav svitlana swantje swen swetlana
    sya sybil sybille sydney syed sylva sylvain sylvaine sylvana sylvestre sylvette sylvia sylviane sylvie
    sylvio sylwester sylwia sytske szabina szabolcs szczepan szilard szilvia szonja szymon taavet taavi tabea
    tabitha tadas taddeo tadeas tadej tadeja tadek tadeusz tage taha taher tahir tahira tahmina tahsin taimi
    taina taisto taito taiwo takashi takeshi talal talar talha talia taliesin talita talya tamar tamara tamas
    tamika tamme tammy tamsin tamsyn tamunosaki tancredi taner tania tanisha tanita tanja tanju tansu tanvi
    tanya tanzeela tapio tara taras tarek tarik tariku tariq tariqul tarja tarjei tarmo taru tarun tarvo taryn
    tasha tasnim tasos tassilo tassos tatiana tatianna tatjana tatu tauno tautvydas tayeb tayfun taylan taylor
    teagan tebogo ted teddy teele teemu teet teija teijo teja tejinder tekla telma telmo temitayo temitope
    tena tenzin teo teodor teodora teodoro teodozja teofil teofila teppo terence teresa tereza terezia
    terezija terezinha teri terje terrance terrell terrence terri terry terttu tess tessa tetiana tetyana teun
    teunis teuta teva tevfik teya thaddeus thais thalia thandi thanh thanos thao thara thea theda theis thekla
    thelma themba themis theo theodoor theodor theodora theodore theodoros theodosia theofilos theophile
    theres theresa therese theresia theron thi thiago thibaud thibault thibaut thierry thies thijmen thijs
    thilda thilo thimo thirza thom thomai thomas thomasina thor thora thorben thorbjorn thore thorleif
    thorsten thorvald thu thuy thyra thys tiago tiana tianna tiara tiberiu tibo tibor ticiana tidiane tiemen
    tiemo tien tiernan tiernee tierry tiffany tiia tiina tijana tijmen tijn tijs tilda tilde tillie tillmann
    tilly tilman tilmann tim timea timo timotei timotej timoteo timoteus timothe timothea timothee timothy
    timur tina tinatin tindaro tineke tinka tinne tino tiphaine tirza tisha tita titas titia tito titouan
    titus tiveadar tiziana tiziano tjaard tjalling tjark tjasa tjeerd tjerk tjitske tobiah tobias tobin toby
    todd todor todorka tofik toke toledo tolga tolis tolle toma tomas tomase tomasina tomasz tomaz tome tomi
    tomica tomislav tomislava tommaso tommi tommy tomo toms tona toni tonia tonie tonino tonje tonka tonko
    tonnie tonny tony tonya toomas toos toralf torben torbjorn tord tore torgeir torgny toril torill torkel
    torleif torny torolf torquil torsten torsti tory tosca tosha touria toussaint tova tove toyin tracey traci
    tracie tracy traian tran trang traudel traudl traute tremaine trent trenton tresa trevor trey tricia
    trijntje trina trine trinidad trish trisha trista tristan tristana tristram trixie troels trond troy trude
    trudi trudie trudy truls truman truus trygve tuan tudor tugba tugce tuija tulay tulin tullia tullio tuncay
    tuncer tunde tuomas tuomo turan turgay turgut turid turo tuula tuuli tuulia tuva tuyet tvrtko ty tycho
    tygo tyler tylor tymon tymoteusz tyra tyree tyrell tyrone tyson tytti tytus tzvetan ubaldo ubbo uche
    uchenna udo ueli ugne ugo ugochukwu ugur uki uldis ulf uli uliana ulises ulisse ulla ulric ulrica ulrich
    ulrik ulrika ulrike ulyana uma umar umberta umberto umer umit umut unai undine unni urbain urban urbano
    urbe urho uriah uriel urmas urmo urs ursa ursel ursine urska ursula ursulina urszula urte urve usama usha
    usman ute utku uwe uygar uzair vaclav vaclava vadim vaida vaidas vaidotas vaino vaios vaiva valborg valda
    valdas valdemar valdet valdis valdo valens valentijn valentin valentina valentino valentyn valentyna
    valera valeri valeria valerian valeriano valerie valerija valerio valeriu valeriy valeriya valery valeska
    valeta valgerdur vali valkyrie vallo valmir valon valter valtteri vanda vanesa vanessa vangelis vania
    vanja vanni vanya varvara vasco vasil vasile vasilena vasilia vasiliki vasilios vasilis vasja vasko
    vassiliki vassilios vassilis vasyl vatroslav vaughan vaughn vebjorn vedat vedran vedrana veerle vegard
    veijo veikko velibor velina velma velta venancio venceslao vencislav vendela vendula venera venetia
    venkatesh venla ventsislav ventura vera verena verna verner vernon verona veronica veronika veronique vesa
    veselin vesna vestina veton vianney vibeke vicenta vicente vicki vickie vicky victoire victor victoria
    victoriano victorien victorine vida vidar vidmantas vidya viesturs vigdis viggo viivi vijay vijaya vikki
    vikram viktor viktoria viktorija viktoriya viktors vilem vilgot vilhelm vilhelmina vilhjalmur vilho vili
    viliam vilija vilius vilja viljami viljar viljo villads ville vilma vilmantas vilmos vilte vince vincent
    vincenta vincentas vincente vincenza vincenzo vinicio vinko vinnie vinod viola violaine violante violet
    violeta violetta violette viona viorel viorica vipul vira virag virgil virgile virgilijus virgilio
    virginia virginie virginija virginijus virna virpi virve vishal vit vitali vitalia vitalie vitalii vitalij
    vitalija vitalijs vitalina vitaliy vito vitor vittore vittoria vittorio viv viva vivek vivi vivian viviana
    viviane vivianne vivien vivienne vjekoslav vladan vladimir vladimira vladislav vladislava vladislavs vlado
    vladyslav vlasta vlastimil vlatka vlatko voislav vojin vojislav vojtech volha volkan volker volkmar
    volodymyr voltaire vratislav vreni vroni vuk vukasin vuokko vyacheslav vygantas vytautas waclaw waheed
    wahiba wahid walburga waldemar waldo waldtraut waleed walenty walentyna waleria walerian walery walid
    wallace wally walpurga walt walter walther walton waltraud waltraut wanda waqar waqas warner warren
    warwick wassila wassim wasyl wawrzyniec wayan wayne webster weert wei weike wendelien wendelin wendell
    wendy wenke wenzel werner weronika werther wesam wesley weslie wessel weston whitney wibe wibke wibo
    widukind wiebe wiebke wiebren wieland wielfried wieslaw wieslawa wietse wietske wigbert wigger wijnand
    wiktor wiktoria wiktoryna wil wilbert wilbur wilburga wilco wilda wilfred wilfredo wilfrid wilfried
    wilhelm wilhelmien wilhelmine wilhelmus wilja wilko willa willard willeke willem willemien willemijn willi
    willia william williams willibald willibrord willie willis willow wilma wilmar wilmer wilson wim wina
    winand wincenty winfred winfried winfrith winifred winnie winona winston wiola wioletta wiremu witek
    withold wito witold wivi wiwi wladyslaw wladyslawa wlodzimierz woiciech wojciech wojtek wolfdieter
    wolfgang wolfram wolter wout wouter woutera wubbo wulf wyatt wybe wyn wynand wynne wytze xabier xander
    xandra xanthe xanthi xara xaver xavi xavier xaviera xenia xenofon xenophon xiang xiao xiaoming ximena ximo
    xin xinyi xiomara xose xuan xuefeng yaa yaakov yacine yadira yael yaelle yago yahia yahya yaiza yakov
    yakub yakup yalcin yamile yamina yan yana yanick yanis yaniv yanko yann yanni yannic yannick yannis yara
    yarik yaron yaroslav yaroslava yasemin yaser yash yasin yasir yasmeen yasmin yasmina yasmine yasser yassin
    yassine yassir yasuko yavor yavuz yazan yazid ybe yechiel yehuda yekaterina yelena yelyzaveta yener yeni
    yeray yerlan yesenia yesim yeter yetunde yevgen yevgeni yevgenia yevhen yevheniia yfke yigit yildirim
    yildiz yilmaz ying ylenia ylva ynes yoann yoav yohan yohana yohann yohanna yohannes yoko yola yolanda
    yolande yon yonas yonatan yonca yong yoram yordan yordanka yorgos yorick yosef yoshi yossi youcef younes
    youness younis youri yousef yousra youssef youssouf yovana yrjo ysabel ysaline ysolde yuan yue yui yuki
    yuko yulia yuliana yuliia yuliya yun yunus yura yuri yurii yuriy yury yusef yusra yussuf yusuf yuval
    yuvraj yvan yvana yveline yves yvetta yvette yvo yvon yvonna yvonne zac zacarias zachariah zacharias
    zachary zachery zack zadie zafar zafer zaher zahia zahid zahir zahra zaid zaida zaina zainab zaira zak
    zakaria zakarya zaki zakia zala zalan zaman zamira zana zanda zandra zane zanele zaneta zanete zans zara
    zarina zayd zayn zayna zbigniew zbynek zbyszek zdena zdenek zdenka zdenko zdravka zdravko zdzislaw
    zdzislawa zeb zebulon zef zehra zeinab zeki zelda zelia zelie zeliha zeljka zeljko zelma zena zenia zeno
    zenobia zenon zenonas zephyr zerrin zeyneb zeynel zeynep zhan zhana zhanna zhen zheng zhi zhivka zhivko
    zhong zia ziad zied ziga zigmas zigmund zikmund zilvinas zina zinaida zineb zineddine zinovia zinta zintis
    zita ziva zivile zivko zivorad ziya zlata zlatan zlatica zlatina zlatko zlatomir zoa zoard zoe zofia zofie
    zoha zohar zohra zoila zola zoltan zoltana zora zoran zorana zorica zorka zorko zosia zouhair zoulikha
    zoya zrinka zsanett zsigmond zsofi zsofia zsuzsa zsuzsanna zuleika zulema zuleyha zulfikar zulfiqar zuna
    zuriel zuza zuzana zuzanna zuzka zvezdana zvi zvone zvonimir zvonko zwi zydrunas zygfryd zygmunt zygmunta
    zyta zytka
    """
}
