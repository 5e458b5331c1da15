// Further first names: those of Africa, Asia, the Arab world, Turkey and Ukraine, and of smaller languages of Europe.
// Knows no texts.

extension FirstNames {
  /// Names that people of many countries bear, from public knowledge, in letters without accents. Names that are words of
  /// a European language as well are left out.
  static let fromElsewhere: StaticString =
    """
    aarav aare aaryan abdulaziz abdulrahman abeba abebe abeer abhishek abimbola abiodun adaora adebola adel
    adelita adewale aditi adunni advait afaf afia afua agurtzane ahlam aigul ailsa aintzane aiora aiste
    aitziber aizhan akane akihiro akiko akin akram akshay akua akvile akwasi alar aleix algimantas alibek
    allar almantas almaz amadou amaka amani aminata amma ammar amrita ananya angharad aniket anirudh ankita
    antia anushka anvar anxo arantzazu archana areej arezoo arnau arnav arun aruna arvind arwa arwel aryan
    asami asante ashraf ashwin askar aslak asma asmaa asuka atef audrone audun austeja avani ayah ayaka
    ayako ayelen ayodele ayotunde ayumi ayush azamat azza babajide babatunde bader bakhyt bamidele baozhu
    baris bashar basma bekele benat benicio berhane berk beyza bhavana bich biel bijan birute biser
    blagovesta blai blathnaid blazenka bojana bolanle borghild boryana boutros boyan boyko bozhidar bozidar
    branwen breixo breogan brynhild bukola burcu busra carwyn catuxa ceren ceri cerys chandan chandra chau
    cheng chetan chiaki chiamaka chibuzo chidinma chie chika chike chima chimamanda chinedu chinyere chioma
    chiyo chukwudi chukwuemeka cihan citlali cordelia cressida csenge cuong cuthbert dagfinn daichi daiki
    daisuke daithi daiva dalal dalma damla danguole daniyar daryna dawit dayo deepa deepika deian demetrius
    deshawn desislava devi deyanira diep dilnoza dilys dinara djibril dobromir dolors donnacha drusilla
    dubravka duong durda eabha ebele ebenezer ebere edilson edurne egoitz eider eiko einars eirlys eithne
    ejike ekene eldbjorg elitsa elspeth embla emrys enara endika eneko eneritz enes enric enyinnaya esme
    esraa estel eunjung evangeline eyerusalem eyvind fadia fahad faris farrukh fartein fayez fearghas fedir
    fenella feras fereshteh ffion fiachra fiadh fikri fikru finbarr fionn fionnula firas fitzwilliam folake
    folasade fraser funke funmilayo gamze ganesh garazi garbine gautam gbenga gearoid geeta genji gerallt
    gethin ghada ghassan giang ginka ginta girish gisle gjertrud gopal goro grazina guang guifre guinevere
    guler gulnara gulsum guna gundars gunn guro gvido gwenllian habib habiba hadeel hafsa haitham haizea
    hakon hallgeir hamdi hanaa hanako hanan hande hanh hani haoran haoyu harini haritz harsha hatem havard
    heba hefin hege heiki heledd helje hesham hideki hieu hikari hinata hiroto hirut hisashi hitomi hoang
    hoda hristina hryhoriy hussam huyen hyejin hyunjin hyunwoo hywel iarla iban ibtisam ichiro icia idwal
    iestyn ieuan ifan igone ihab ikechukwu ikram ilgvars iliya iliyana ilkay imad imanol imbi inas ingunn
    intisar iolo ione iracema irati iratxe irem iria ishaan ishita issam itsaso itzel ivanna ivaylo ixone
    izaro izumi jabari jahongir jameela jannicke jarle jawad jayant jiahao jiajun jianguo jianhua jimin
    jingyi jiro jiwon jiyoung jocasta jolyon joon jostein joze juhan julen jungho junho junichi junjie junko
    junyoung jyoti kaan kabir kaede kailash kaire kairi kamala kamelia kamen kaori kaoru karthika kastytis
    katre katsumi kaveh kavya kayode kazimieras kazuki kazuko kazuo kebede keelin keerthi kehinde keiko
    keita kenichi kenta kepa kersti keshia khoa khrystyna kiril kishore kohei koichi koji koldo kourosh
    kresimir kubra kulli kullike kumiko kunle kwaku kweku kyllike kyoko kyung lachezar laia laimonas laleh
    lamya leida leidy lemlem lesya lifen liga lihua liisi lijuan lilyana lindiwe liubov liudmyla llew llinos
    llorenc loreta loubna lubna lungile lysander lyuben lyubomira lyubov lyudmyla maarika maarja mabli
    madhavi madhu maha maher mahsa maider maiko mair mait majda majed makena maki makoto maksym malini malle
    mami manabu manal manish manisha manju manoj maram marcal mare mared maret marharyta mariyan markel
    marmaduke mart martins martxel masaki masaru masashi mayumi megumi meihua meiling meinir meklit meltem
    menna mererid merfyn mert meseret mhairi michiko midori miglena miho miki miljenko minako minghao minjun
    minoru minseo miren misaki mitsuko miyuki mizuki mojgan momchil momoko montague moonika morag mosi mpho
    muireann mukund mulugeta muna myfanwy mykyta myroslava nader nadiia najwa naledi nandini naoko naresh
    nargiza nataliia natsuki natsumi nauris naveen nayden nayef nayeli nazanin nazar nazir ndidi nedyalka
    neeme nekane nerys nesrine neven neymar nghia nhan nhung nihad niloufar ning ninoslav nirmala njal njeri
    nkechi nnamdi nobuo nokuthula nomsa nomvula nonhlanhla noriko nosipho ntombi nurlan oanh ogechi ognyan
    okechukwu olabisi olatz oluchi olumide olusegun oluwatobi olwen onur onyeka ophelia orest osama osamu
    osian ostap osvaldas othman ousama ousmane patxi pavlo pelin pencho peng phineas phuc piers pouya
    prabhakar pranav pratik pratima preeti priyanka proinsias qian qing quyen quynh rabab rachana rached
    radko radostina raed rafferty raghav raghda raghu rahaf raimundas rasha rashad rashmi ravindra reena
    reidar reidun reiko rein rekha remigijus renu rhodri riad rida riho ritu rivo rosen roser rositsa roula
    roya ruaridh ruchi rumyana ruslana ryota ryuji saanvi sabahattin sabela sachiko sachin sadhbh sahana
    saif saioa salwa samar sameh sanaa sandhya sandris sangwoo sanjana sanjeev santosh saori saroj sasa
    satish satoru satoshi savita sawsan sayaka sayuri seema segun seiji sekou selamawit selcuk seoyeon
    seoyun sepideh seren serkan setareh seung shahram shalini shankar shanti sharad sherzod shigeru shikha
    shinichi shiori shireen shizuka shota shruti shuang shweta sibusiso sileshi silviya sime sioned siriol
    siwan siyabonga skaiste slavi smita sneha snorre solfrid solomiya sonali soojin sooyoung sorley soumya
    sridhar stane stasys stian stoyanka sudhir suha sulev sumiko sumin sumitra sunghee sungmin supriya
    sushil sushma susumu svajunas svanhild swati synnove tadashi tadesse tadhg taehyun tafadzwa taichi
    takahiro takako tamer tanel tapiwa taraneh tarcisio taro tarquin tatsuya tegan tendai tesfaye tetsuya
    thabo thamer thandiwe thien thinh thulani tigist tihana tihomir tinashe tobi tolu tomoko tomomi tomos
    toncho tonci tonis torhild tormod torstein torunn toshiko trayvon trung tsanko tsubasa tsuyoshi tsveta
    tsvetan tsvetanka tsvetelina tudur tushar txell tymofiy udane ulle ulugbek umesh unax urko uxia uxio
    uxue vahid vaike vaishali valdemaras valdirene valeriia vandana vani varis varun vasant vasilka velichka
    velimir veselina veska vidas vija vikas viktoras viktoriia villu vimala vinay vineet vinh vinicius
    virgis visnja vojko vsevolod vytas wael wafa wanderson wangari wanjiku weijie wenjing wenwen widad xabi
    xacobe xiana xiaohong xiaoli xiaoling xiaoyan xiuying xoan xoel xueying xurxo yagmur yajaira yamini
    yanling yaritza yasaman yasen yasuo yeonjin yifan yijun yngvild yogesh yongho yoshiko yoshio younghee
    youngjae youngsoo yuhan yuichi yujin yuka yukari yukiko yukio yumi yumiko yuna yutaka yuto yutong yuxuan
    zahari zewdu zhiqiang zigmars zihan zixuan ziyi zlatka zornitsa zoryana zulfiya zuri zurine
    """
}
