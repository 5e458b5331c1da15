// Further first names that are known: those of the lists of Faker that the list of this project did not have.

// The names below come from the person providers of Faker, https://github.com/joke2k/faker, for the languages of
// Europe; words of everyday were left out. Faker is published under the MIT License:
//
// Copyright (c) 2012 Daniele Faraglia
//
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
// documentation files (the "Software"), to deal in the Software without restriction, including without limitation
// the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
// to permit persons to whom the Software is furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all copies or substantial portions of
// the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
// THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
// CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
// IN THE SOFTWARE.

extension FirstNames {
  static let further: StaticString =
    """
    aada aage aapo aarne aaro aatos abbas abbi abdelkader abdellah abdirahman abdullahi abelone abilio abjorn
    abram achiel achille achim adalberto adan adelaida adelardo adelasia adelbert adelgunde adelia adelin
    adelina adelinde adelmo adem adi adina adolf adolfine adolfs adomas adora adoracion adriaan adriane
    adrianna adriano adrienn adrija adrijana aedan aenne agapito agatha agne agnesa agnese agneta agnete
    agnolo agnos agripina agris agueda agustin agustina ahti aicha aida aideen aiden aiga aigars aija aiko
    aila aili ailis aime aimo aina ainars aine ainoa airi aislinn aistis aivar aivaras aivars ajda ajna aki
    akos akseli alana alanis alanna alannah alara alba albano alberico alberta alberte albertina albertine
    alberts albino albrecht alcides alderano aldis ale aleks aleksandar aleksandr aleksandras aleksandrs
    aleksanteri aleksej alen alenka aleodor alexandar alexandr alexandria alexandrie alexandrina alexe alexej
    alf alfio alfonz alfreds algot alica alida alin alis alise alisha alisson alistar alix alizee alja aljaz
    aljosa allegra almudena almut almuth aloisia alojz alojzia alojzij alojzija alondra aloys alphons
    alphonse alvar alve alvine alwina alwine alzbeta amada amadeo amadeus amado amador amalija amancio amando
    amarilis amaro amaya ambar amber ambrosio ambroz amedeu amelija amico amie amilcar amin amleto amza
    anabel anabela anabella anacleto anaelle anaida anamaria anas anastasie anastasio anastazie anastazja
    anatol anatoli anatolie anatolij ancuta anda andela andjela andjelina andor andra andrada andras andree
    andrejka andrejs andress andrey andrian andrija andrus anej anemona anete anett anette anezka angelino
    angelita anghel anghelina ani anibal anica anika anisoara anissa anka ankica annabell annabella annaliese
    annalise annedore annegrete annekatrin anneke anneleen annelene annelore annemette annemie annemijn
    annett annetta anni annibale annica anniina annija annikki annita annukka annunziata anny ansaldo anselma
    anselmo ansis anssi antal antanas antero antim anto antoaneta antoin antonela antonello antonietta
    antonija antoniu antonius antons antony antoon antra antun anunciacion anuta anze aodhan aoibheann
    aoibhin aoibhinn aoife apolena apolinar apolonia apostolos araceli aranka aranzazu arcelia arda arian
    ariana aribert arie ariel ariele arija arijus arina aristides aristita arja arkadiusz armandas armands
    armas armida arminas arnas arnaude arnd arndt arnfried arnim arnis arnoldas arnolds arnost arnulf arnulfo
    aroa aronas arpad arran arron arsenie arsenio artemio artemisa artis arto arttu artturi arturs arunas
    arvids arvo arvydas arzu ascension asdrubal ase asger ashlee ashleigh ashlene ashling asko assar asta
    aston asuncion atena atenulf atila atilio atte audrius augustas augustina augusto augusts aukusti aulikki
    aulis aune aurea aureja aurel aurelian aureliana aureliano aurelija aurelio aurica aurimas aurore ausma
    ausra ausrine avgust avram axenia axinte ayden aynur ayten azahar azahara azeglio azeneth aziz azucena
    azuolas babett babette baccio baiba bailey bailie baldassare baldomero balduino baldur balint balthasar
    banel bara barbel barbora barbu barica barna barnabas bartholomaus bartolome bartolomej bartolomeu
    basarab basilio bastiaan baudelio baudouin bayram bedrich bekir benadik benas bence bendeguz benedek
    benedetto benedict benedicte benedikte benedita beni beniamin benigna benigno benn benone bente benthe
    benvenuto beppe berat berend berends berengere bernabe bernarda bernardino bernardita berndt bernfried
    bernhardine bernt bernward berra bertalan bertha bertil berto bertold bertulis bethan betina betti
    beverley biagio bianka bibi bibiana bieke bienvenida bilal biljana billy birger birgid birgitt birgitte
    birte birthe biruta biserka blahoslav blaine blanaid blanduzia blas blaz blazena boaz bodo boel bogdana
    boglarka bogomir bohdana bohumil bohumila bohumir bohus bohuslav bohuslava boje boleslav bonifac borge
    borivoj borje borris borut borys bostjan botond bozica bozidara brad bradut brandi brandon brandusa
    branislava breandan breanna brencis bretislav briek brieuc brigid brigita brittney brogan bronach bronagh
    bronislava bruna brunhild brunilda bucur buenaventura burckhard burghard burkard burkhardt bystrik
    cacilia cacilie caetana cahal cahir cailin cailum caitlyn caitriona caius cajsa calcedonio calin calista
    calisto calixta calixto callan camil camila camilo canan candace candelaria candelario candido cantemir
    caoilfhionn caoimhe caoimhin caolain caolan caomhan caragh caren caridad carin carita carlito carmelita
    carmina carminho carola casandra casemiro casian casiana cathleen cathrin cathrine catinca catrin catrina
    catrine catrinel cayetana cazimir cebrian cecilie cecilija cecilio cedrin ceferino celal celestin
    celestina celestine celestino celso cemal cemil cengiz cerasela ceylin cezar cezara chantel chantelle
    charis charlotta charo chelsey cherie cherith chita christelle christiana christin christofer christoffer
    chuy cianan ciarrai cilli cilly cintia ciprian cipriana cipriano ciriaco ciril cirillo cirino clarisa
    clarisse clas claudiu claudius claudy clavs clayton cleto climaco clinton cliodhna cliona clodagh cloe
    codie codin codrin codrina codrut codruta cole collette coluccio colum conal conall conan concepcion
    conchur conrad conrado constanca constanta constanze consuela cord coriolano cormac cornel cornelio
    cornelis corneliu cornelius cortney corvin cosme cosmin cosmina costache costantino costanzo costel
    costin courteney crenguta crescencia crina cristea cristofor csaba csilla csongor ctibor ctirad cvetka
    cvetko cyriel dacian daciana dafina dagmara dagobert daiana daiga daina dainis dainius daire dairine
    daisy damijan damjan damjana dani danielius daniels danique dante danuse dany dara dariana darija darin
    darinka darragh darta dasa davorin dayna deaglan deane dearbhail dearbhaile dearbhla debby decebal
    deirbhile deividas delfino demetra denes denisa dermot dervla desiderio despina detlev dezider dezso
    diarmuid dida didina diedrich dierk dietlind dillon dimitrina dinu diogo dion dionigi dionisia dionyz
    dita ditmar ditte dittmar dobromila dobroslav dobroslava dochia dogan doina domas domen domhnall dominga
    dominyka domitila domnica donatas donatello donovan dorel doriana dorin dorina dorinel dorita dorle dorli
    dorotea doroteja dorothe dorottya doru dovile dovydas dragica dragos dragutin drahomir drahomira
    drahoslav drahoslava drew duane ducu duilio duje dumitra dumitrana dumitru durdica duro dursun dusanka
    duuk dylano dzidra dzintars dzintra eadaoin eamon eamonn ebbe eberhardt ecaterina eckard eckehard
    eckhardt ecrin eda edel edelbert edelgard edelmira edelmiro edeltrud eder edgaras edgard edgardo edgars
    edin edina edita edite edmundo edmunds edu eduarda eduards edvardas edvinas edvins eelis eemeli eemil
    eerik eetu eftimia eftimie eggert egidijus egils egle ehrenfried ehrentraud ehrhard eidvile eila eilis
    eilish eimantas eimer eimhear einari eira eivor ekkehart ekrem ela eladio elba elea eleanora elemer
    elenore eleonor eleuterio elfie eli elien eligia eligio eliot elisabeta elisaveta eliska elizabeta
    elizabete elize elladio elli ellinor elly elmars elmeri elmo elna elodia elof elona elpidio elsebeth elsy
    elvy elyas elza ema emanoil emanuil emelina emely emelyne emigdio emile emilis emils emmerich emmet
    emmett emperatriz emy enar encarnita endre ene eniko enna enrika enver enzio eoghan epifanio eraldo
    erasmo erdmute erdogan eremia erhardt erikas eriks erina erland ermanis ermanno ermenegildo ermes
    ernestas ernests erno eryn erzsebet esben esila eskil esko esmarelda espiridion essi esteri etela etelka
    etelvina eufrosina eunan eunika eusebia eusebiu eustaquio eustatiu eutimio eutropio evald evaldas evalds
    evamaria evangelina evangelista evanghelina evelia eveliina evija evy ewelina faas fabia fabricio
    fabrizia fadime fainche falko fanni farah faustas faustino feargal fearghal febe fedele federigo
    feliciana feliciano feliks felisa felizitas fenne ferre fiamma fidela fien filofteia fiodor fionntan
    fionnuala fiorino fito flaviu flemming floare floarea floor floortje florencio florenta florentine
    florentino floriana florine folker folkert fortunato franci francisc francisek franciska franklin franky
    frans frantiska frauke frazer frede frederick frederika frederikke fredi fredo fredy freia fricis
    fridolin fridrich friedbert friedemann friedericke friedhilde friedhold friedl friedlinde friedo frithjof
    frode frusina fryderyk fulgencio gabino gabrielius gaida gail gaja galasso galo garry gastone gatis
    geanina gebhard gederts gediminas gejza gelsomina gene genovefa gentiana geoffroy georgel georges
    georgeta gerarda gerardus gerdi gerfried gergo gerhart gerlind gerold gerolf gerta gerti gertraude
    gertraut gervasio geta ghenadie gheorghe gheorghita gherghina giacobbe gianfrancesco gianina gianluigi
    gianpaolo gianpietro gica gicu giedre giel giesela giles gillis gintare gioachino gioffre gionata
    giorgian giorgiana girolamo girts gisa gisbert gislinde giulietta giuseppa giustino gizela gizella glauco
    goda godelieva godofredo gonul gorazd gorm gosta gottfrid gotthilf gotthold gottlieb gottlob graciana
    graciano gratian gratiana gratiela greco greger gregg gregorian grethe gretl grigore guarino guenter
    guilherme gulten gunar gunars gunborg gundel gundhild gundolf gunita gunner gunta guntars guntis gunvor
    gurli gustaaf gustas gustaw gusti gusztav gyda gyongyi gyorgyi gyozo gyte gytis hailey hajnalka hajo
    haley hampus hannchen hanne hanno hanns hannu hanny hansgeorg hansjoachim hansjurgen hanss haralamb
    haralambie harijs harold haroldo harro hartmuth hasso haydee hayleigh hedviga hedvika heidelore heiderose
    heinfried heino helfried helina heliodoro hellevi hellmut hellmuth helmar helmer helmtrud henner henni
    henrich henricus henrieta henrike henrikki henriks heracleea heraclio herberto herdis herlinde herma
    hermanis hermanni hermina hernando herrmann hicham hildburg hildegart hildegunde hilding hilkka hillevi
    hilma hiltraud hipolito hjalte hollie holly horatiu hortenzia horymir hubertine hulda hynek iacob ianis
    iara iasmina iben ieremia ignac ignace ignacia ignatz ignaz igne igors iida iisakki ilari ilarie ilarion
    ilhan ilinca ilja ilmars ilonka ilze imants imrich inara inaya indra indrikis ineta inez ingalill
    ingegard ingegerd ingela ingelise ingelore ingetraud ingetraut ingrida ingried inguna inkeri inocentiu
    insa inta ioan ioanina iona ionel ionelia ionica iosefina ippazio iren iridenta irinel irja irmantas
    irmeli irmengard irmhild irmi irmingard irmtrud isaiah isak isaline ise isidor ismo iuliu iurie iustin
    iustina iustinian iva ivanka ivars iver ivka ivonne ivy izabele iztok jaak jaan jaanus jacky jaclyn
    jacobine jafet jaka jake jakobs jalmari janeta janett janja jann janni janus jaqueline jarkko jarlath
    jarne jarolim jaromira jasminka jayda jayde jaylinn jazeps jazmin jeana jekabs jekaterina jekaubs jele
    jelka jelte jenaro jenel jeno jente jeppe jere jeremi jergus jerica jerker jerneja jessika jesusa jevgeni
    jezups jindriska jinthe jirina joacim joannes job joep joerg joffrey johans johny jokubas jolan jolanda
    joline joona joonas joonatan joppe joran jordon joren jort jorune jos josefiina josephina josephus
    josette josh josko joso josse jouko jozica jozo juanita juanito jude juergen juhana juhani jula julienne
    julijana julijs juliusz juna juraj justas juul juulia juuso jyrki kaat kaija kaitlin kalervo kalevi
    kalman kamiel kara karine karley karlfried karlina karolien karolis katariina katcha katelijne katharine
    kathe katherina kati katriina katty kauko kazim kazimierz kazimir kealan keano keelan keely keeva keijo
    keld kelli kenan kenn kent kenth kenzo kerri kerrie kevim kike kiki kilian killian kimmo kipras kira
    kirby kirsti kirstie kitti klare klas klaudie klement kliment klothilde koloman konradus konstanty kori
    korinna kornelija kornelius kotryna kreszentia kreszenz kriemhild krisjanis kriss kristiaan kristiana
    kristiane kristie kristopher krists kristupas kristyna krisztofer krystof ksenija kullervo kumar
    kunigunda kuno kurtis kustaa kveta kvetoslav kvetoslava kyan kyano kyara kylian kyllian kyllikki
    lacramioara ladislau ladislaus laimonis lajos lalo laly lamberto laoise laora larisa larke laure
    laurentia laurentiu lauretta laurian lauris laurits laurynas laust lavize lazzaro leana leevi leia leja
    lelia lene lennarth leocadio leoncio leoni leonora leonore leons leontin leopoldina leordean lesana lesia
    leticija levoslav liba libusa lica licia lieschen lieze ligita lili lilijana lilita liljana lillemor
    lilou linas linn lioara lioba lisandro liselott lissi liva liwia lize lizete lizz ljubov ljudmila lode
    lodovico loida lola lona loni lorcan loreto lorin loris lotti lourenco lova lovre lovro lowe lowie lubica
    lubomira lubor luboslav lucentiu lucette luchino lucho lucretia lucretiu ludolf ludomil ludomila
    ludovicus ludovit luigina luisina luitgard luminita lumir lutgarde lutgardis lutgart luzia luzie lykke
    lyndon maaria macaria macauley madalin madelene madlen mael magarete maggie magret magrit mahulena maida
    maie mairtin majvor maks maksimiljan malthe manole mante manuelita marcantonio marcelino marcheta marcial
    marcu mareks marga margaud margita margitta margrieta margus mariah maricela maricica mariechen mariele
    marieluise marinela marioara maristela maritta mariuca marjaana marjanca marjukka markas marlen marliese
    marthe martim martirio marton martta martynas marusa marvin matas matea mateus matevz mathilda mati matic
    matiss matjaz matthaus matthieu matts matus maude mauno mauricette maurilio maurine maximiano maximo
    meagan mechthilde mechtild medeja meelis megane meibh meik melichar melisa melitta melker melwin meral
    merche merete merijn merike micael michaele michala micheala michela micheletto michelotto miel migle
    miguela miha mihael mihels mihhail mihnea miia miika mik mikelis mikels mikkel mikulas milka milla
    miloslava milota miluse mimmi minodora mioara miodrag miran mirdza miriama mirjami miron mirona mirte
    mirthe miruna mislav mitchel mitica mitrut modris mogens mollie monalisa monja morgane moric mugur
    mugurel muharrem muzaffer nadeschda nadeshda nadezda nadin nae naglis naiara nand naoimh naoise naomh
    napoleone nassim natali natalija natalio natalja natasa nath naud nazaret nazario nea necati nechifor
    nedas nedda neja nejc nelida nell nelli nelu neo nereida neringa nevenka nicanor nichifor nicklas nicky
    niclas nicoara nicodemo nicodim nicolae nicolaie nicolaj nicolasa nicolaus nicoline nicu niculina
    niculita nicusor nicuta nidia nienke niina nikki nikolajs nikolaus nikolett niks nilda nilo ninetta
    ninthe nisa nojus noora noortje normunds notburga nout nurettin nuri nusa obdulia octaviana octaviu oda
    odalis odeline odhran oiva oivind ojvind olav olegario olfert olgerts olimpia olimpian olimpiu olivie
    olivija oliviu olle olli ondrej onofre orestas orfhlaith orlagh orlaigh ortansa orvokki ossi ossian osten
    osvald osvalds otfried otilija otis oto ottfried ottmar ottomar ottone otylie ove ovli owe oxana oystein
    ozana padraigin paivikki pamfil panagachie panait pankrac paoletta paraschiva paride pascuala pasqual
    patric patricie paule pauli paulica paulino pauls pauric pavao pavol peadar pearce pearse pellegrino
    pentti pertti pete peteris petrana petras petre petrica petrisor petrona petru petrut petruta phileine
    piaras piergiuseppe piermaria pierpaolo piersanti piia pijus piret pirmin pleun plinio polonca pontus
    poul povilas pravoslav preben premysl priit prudencio puccio puk quinn quinty quique radovana raducu
    raduz radvile raffael raffaela raffaellino rafila ragner raissa raluca raminta ramune randolf randy rani
    rasma rauno ray rayana raymund recep reet regitse regitze reingard reinhardt relu rembrandt renaat reni
    rhianna rhianne ricards ricciotti richardt rickard rickey rigo rimante ritt roan robbe robertina rochus
    roderich rodica roise roisin rojus rok rokas roldan romanita romolo romulo ronni ronya rosalinde rosalva
    roseanna rosel roselinde rosenda rosendo rosette rosl rotraud rotraut rouven roxelana rozsa ruari rudite
    rufina rugile ruperta ruperto rusne rut rute ruthild ruxanda ruzica ryte rytis saban sabas sabatino salvi
    samanta sammy samy sandis sandu sanita sanni sanziana sarina sarlota sarmite saturnina saturnino saveta
    seana seanan seaneen seanna sebastiao sebastjan segismundo seija semenica semra senne senol senta seona
    seppe sergius serpil servac seth severiano shanna shannan shari shauneen shawna shelia sibille sieghard
    siegried siegrun siegward sigfrido sigfried sigge siglinde sigmar sille silvian silviana silvo simina
    simion sinaida sinica sintija siofra siri sivert slava slavena slavomira sofi solvej solvita sona sonke
    soraia sorana soraya sorcha sorine sosimo speranta stacie stancu stefana stefica stela stellan steluta
    stepanka sterre stien stilla stojan susanita sussanne sussie suus svatoslav svenning svetozar sybilla
    sylke sylvester sylvianne sys szilveszter tadeo tajus tami tammie taneli tanguy tapani tarzicius tecla
    teea tejs telemaco tellervo telse temistocle teobaldo teodors teodosia teodosio teofilo teohari teona
    terese teresia teresita terez terhi tero teuvo thaddaus theobald thibo thijn thoralf thure tiarna tiarnan
    tiberia tiburcio tichomir tiegan tiit tiiu tijl tilen tilo timeo timm timmy tinca tincuta tine tivadar
    tobiasz toivo tom tomasa tonicha tono tonu toon topias tora tori toribio torquato traude traugott travis
    triin trudel tudora tudorita tudosia ture turkan tuukka tuulikki tuur twan uberto uffe ugolino ullrich
    uno uolevi uros uschi uta utz vagn vajen vakare vakris valentim valentine valer valere valerij valero
    valija vasare vasilica vavrinec veera veeti veit vejune veli vello venceslas vendelin veneranda veniamin
    verneri veta vic vicentia vicentiu vidal viera vieroslava vigilija viktorie vilhelmiina vilis viljem
    vilmer vilnis vilums vincenc vincentio vincentiu vinciane vineta vinzenz viorela viridiana visarion
    visitacion visvaldis vitazoslav vitezslav vitoria vitus viveka vlad vladelina vlaicu voichita voicu
    voldemars volkhard vratko walentina walfried walli waltrud wannes weena wencke wera wilfriede wilhelmina
    willfried willibert willy wiltrud winni wladimir woldemar wolfhard yesica yessica yinthe ylvie yngve yrsa
    zach zacharie zaharia zamfir zamfira zanis zdislava zehnia zelmira zenovia zenta ziedonis ziggy zigrida
    zoey zofija zoja zoraida zsolt zsombor zvonka zygimantas
    """
}
