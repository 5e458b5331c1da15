"""What differs by locale: names, streets, places, how phone numbers and dates are written.

Names are common ones, put together by chance; streets are invented or so common that they name no place. Phone numbers
come from ranges that regulators set apart for fiction where there are such (Ofcom, NANPA, ARCEP, Bundesnetzagentur, PTS).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    tag: str
    country: str
    state: str  # of ICAO Doc 9303
    first: tuple
    last: tuple
    streets: tuple
    address: str  # {street} {number} {postcode} {city}
    places: tuple  # (postcode form, city); # is a digit, @ a capital letter
    phones: tuple
    date: str
    centre: tuple
    network: str  # country and network code of mobile subscribers
    domains: tuple


def _words(text):
    return tuple(text.split())


def _list(text):
    return tuple(part.strip() for part in text.split(","))


EN_GB = Locale(
    "en-GB", "GB", "GBR",
    _words("Amelia Oliver Priya George Isla Callum Niamh Harriet Desmond Fiona Rajesh Gareth Imogen Tobias Sian Nathaniel"),
    _list("Ashworth, Pemberton, Okafor, Hartley, MacKinnon, Bhatt, Llewellyn, Thornbury, O'Rourke, Fairclough, Whitcombe,"
          "Adeyemi, Marsden, Penhaligon, Baxter-Reid, Sutcliffe"),
    _list("Willowmere Road, Church Lane, Kingsbridge Avenue, Orchard Close, Mill Street, Sandpiper Way, Station Road,"
          "Hawthorn Crescent, Bell Hill, St Aldhelm's Terrace"),
    "{number} {street}, {city} {postcode}",
    (("LS# #@@", "Leeds"), ("BS# #@@", "Bristol"), ("M## #@@", "Manchester"), ("EH# #@@", "Edinburgh"),
     ("CF## #@@", "Cardiff"), ("NR# #@@", "Norwich"), ("SW#A #@@", "London")),
    ("07700 900###", "+44 7700 900###", "020 7946 0###", "(0113) 496 0###", "+44 (0)161 496 0###", "0117 496 0###"),
    "%d/%m/%Y", (52.8, -1.6), "23430", _list("brindlewick-farm.co.uk, hollins-and-marsh.co.uk, tarnside-clinic.org.uk"))

EN_US = Locale(
    "en-US", "US", "USA",
    _words("Madison Tyler Keisha Brandon Guadalupe Ethan Shanice Wyatt Hannah Marcus Destiny Logan Rebecca Darnell Paige Curtis"),
    _list("Hendricks, Castillo, Washburn, Delgado, Whitaker, Nguyen, Kowalczyk, Abernathy, Freeman, Stoltzfus, Goldberg,"
          "Ramirez, Tillman, McAllister, Brubaker, Yazzie"),
    _list("Maple Ridge Drive, Cottonwood Lane, E 14th Street, Lakeview Blvd, Old Quarry Road, Sycamore Court, Juniper Ave,"
          "Prairie Creek Parkway"),
    "{number} {street}, {city} {postcode}",
    (("7870#", "Austin, TX"), ("6061#", "Chicago, IL"), ("9721#", "Portland, OR"), ("8020#", "Denver, CO"),
     ("0210#", "Boston, MA"), ("3030#-####", "Atlanta, GA")),
    ("(512) 555-01##", "312-555-01##", "+1 503 555 01##", "720.555.01##", "+1-617-555-01##"),
    "%m/%d/%Y", (39.7, -98.2), "310410", _list("quillback-dental.com, tallgrass-freight.com, juniperledger.net"))

DE = Locale(
    "de", "DE", "D<<",
    _words("Annika Torsten Mehmet Heike Sebastian Ulrike Jürgen Liesel Emre Katharina Wolfgang Svenja Günther Birgit Lukas Aylin"),
    _list("Hölzenbein, Krämer, Yıldırım, Schönfelder, von Ahlften, Brinkmann, Großmann, Petersen, Weißhaupt, Lindemann,"
          "Oberhuber, Demirel, Kaltenbach, Müller-Rott, Sieveking, Jansen"),
    _list("Lindenstraße, Am Alten Markt, Goethestr., Mühlenweg, Kastanienallee, Hinter der Kirche, Bahnhofstraße,"
          "Ringstraße, Schillerplatz"),
    "{street} {number}, {postcode} {city}",
    (("1043#", "Berlin"), ("8063#", "München"), ("2035#", "Hamburg"), ("5067#", "Köln"), ("7613#", "Karlsruhe"),
     ("2612#", "Oldenburg")),
    ("030 23125 ###", "0171 39200##", "+49 30 23125###", "0221/4710###", "+49 (0)171 39200##", "089 99998-###"),
    "%d.%m.%Y", (51.1, 9.6), "26202", _list("mueller-quast-gmbh.de, praxis-am-weiher.de, nordlichtdruck.de"))

FR = Locale(
    "fr", "FR", "FRA",
    _words("Camille Théo Aïcha Guillaume Manon Sébastien Océane Karim Élodie Baptiste Solène Youssef Mathilde Rémi Clémence Loïc"),
    _list("Lefèvre, Beaumont, Ben Salah, Charpentier, Delacroix-Noël, Fontaine, Guérin, Haddad, Le Goff, Marchand, Perrault,"
          "Rousselet, Traoré, Vasseur, Dubreuil, Carpentier"),
    _list("rue des Tilleuls, avenue de la Gare, chemin du Vieux-Moulin, boulevard Saint-Aubin, place du Marché,"
          "impasse des Lilas, rue Pasteur, quai de la Fosse"),
    "{number} {street}, {postcode} {city}",
    (("7501#", "Paris"), ("6900#", "Lyon"), ("3500#", "Rennes"), ("4400#", "Nantes"), ("6700#", "Strasbourg"), ("3100#", "Toulouse")),
    ("06 39 98 ## ##", "01 99 00 ## ##", "+33 6 39 98 ## ##", "02.61.91.##.##", "+33 (0)4 65 71 ## ##", "07 00 55 ## ##"),
    "%d/%m/%Y", (46.6, 2.4), "20801", _list("maison-verdelet.fr, cabinet-orsenne.fr, atelierbrumaire.com"))

ES = Locale(
    "es", "ES", "ESP",
    _words("Lucía Álvaro Rocío Iñaki Montserrat Joaquín Nuria Ximena Pablo Begoña Andrés Fátima Gonzalo Inés Raúl Leire"),
    _list("García Montoya, Etxeberria Ruiz, Navarro Peña, Domínguez Sáez, Castellanos, Ibáñez Roca, Vidal Ferrer, Ortega,"
          "Núñez Cabrera, Benítez, Santacruz Mora, Quiroga López, Ferrándiz, Robledo"),
    _list("Calle de la Encina, Avda. del Puerto, C/ San Bartolomé, Plaza Mayor, Paseo de los Olmos, Calle Río Segre,"
          "Carrer de la Lluna"),
    "{street}, {number}, {postcode} {city}",
    (("2801#", "Madrid"), ("0800#", "Barcelona"), ("4100#", "Sevilla"), ("4800#", "Bilbao"), ("4600#", "Valencia"), ("1500#", "A Coruña")),
    ("6## ### ###", "91 ### ## ##", "+34 6## ### ###", "+34 93 ### ## ##", "95# ## ## ##", "6########"),
    "%d/%m/%Y", (40.3, -3.7), "21407", _list("talleres-almenara.es, clinicasanroque-norte.es, viveroslafuente.com"))

IT = Locale(
    "it", "IT", "ITA",
    _words("Giulia Lorenzo Chiara Matteo Ilaria Davide Fatima Niccolò Serena Gennaro Ludovica Salvatore Noemi Tommaso Rita Ugo"),
    _list("Bianchetti, D'Angelo, Esposito, Ferraguti, Lo Presti, Mancuso, Pellegrini, Quaranta, Santoro, Tagliabue, Zanetti,"
          "De Luca, Cattaneo, Vitale, Brambilla, Greco"),
    _list("Via dei Gelsomini, Corso Garibaldi, Viale della Stazione, Piazza San Rocco, Via Monte Grappa, Largo dei Tigli,"
          "Via Giuseppe Verdi"),
    "{street} {number}, {postcode} {city}",
    (("0018#", "Roma"), ("2014#", "Milano"), ("4012#", "Bologna"), ("8013#", "Napoli"), ("1012#", "Torino"), ("5012#", "Firenze")),
    ("3## ### ####", "+39 3## #######", "06 5555 ####", "+39 02 5555 ####", "051 555####", "347 ## ## ###"),
    "%d/%m/%Y", (43.0, 12.1), "22210", _list("officine-bertolazzi.it, studiomedicolarice.it, cantinasolleone.it"))

NL = Locale(
    "nl", "NL", "NLD",
    _words("Sanne Jeroen Fleur Mohammed Anouk Thijs Lotte Ruben Marijke Bram Femke Joost Yasmina Pieter Hanneke Stijn"),
    _list("van den Broek, de Vries, Jansma, El Amrani, Kuipers, van Leeuwen, Hoekstra, ter Braak, Dijkgraaf, Mulder, Visser,"
          "van 't Hoff, Zwart, Brouwer, Özdemir, Postma"),
    _list("Kastanjelaan, Dorpsstraat, Nieuwe Gracht, Lindenhof, Oude Molenweg, Prinsenkade, Beukenplein, Stationsweg"),
    "{street} {number}, {postcode} {city}",
    (("10## @@", "Amsterdam"), ("35## @@", "Utrecht"), ("30## @@", "Rotterdam"), ("97## @@", "Groningen"),
     ("65## @@", "Nijmegen"), ("62## @@", "Maastricht")),
    ("06-########", "06 #### ####", "+31 6 ########", "020-555 ####", "+31 30 555 ####", "(010) 555 ## ##"),
    "%d-%m-%Y", (52.2, 5.4), "20404", _list("hoveniersbedrijf-wilgenrijk.nl, praktijkdelinde.nl, kaashandelzuiderzicht.nl"))

PL = Locale(
    "pl", "PL", "POL",
    _words("Agnieszka Wojciech Małgorzata Łukasz Zofia Grzegorz Katarzyna Jędrzej Świętosława Paweł Hanna Tomasz Jadwiga Michał Ewa Olha"),
    _list("Wiśniewska, Kowalczyk, Dąbrowski, Szczepański, Zielińska, Grabowski, Nowakowska, Żurawska, Piątek, Sikora, Wróbel,"
          "Jaworska, Mazur, Ostrowski, Bondarenko, Król"),
    _list("ul. Lipowa, ul. Długa, al. Niepodległości, ul. Świętego Marcina, os. Słoneczne, ul. Polna, pl. Wolności,"
          "ul. Kościuszki"),
    "{street} {number}, {postcode} {city}",
    (("00-###", "Warszawa"), ("30-###", "Kraków"), ("61-###", "Poznań"), ("80-###", "Gdańsk"), ("50-###", "Wrocław"), ("20-###", "Lublin")),
    ("5## ### ###", "+48 6## ### ###", "22 555 ## ##", "+48 12 555 ## ##", "(61) 555-##-##", "78#######"),
    "%d.%m.%Y", (52.0, 19.3), "26006", _list("stolarnia-modrzew.pl, przychodnianadolinie.pl, ksiegarnialamus.pl"))

SV = Locale(
    "sv", "SE", "SWE",
    _words("Linnéa Oskar Åsa Viktor Maja Göran Ebba Hassan Saga Björn Kerstin Elias Tuva Rolf Amina Nils"),
    _list("Lindqvist, Bergström, Åkerlund, Sjöberg, Al-Rashid, Nyström, Hallgren, Engdahl, Öberg, Wallin, Forsell, Ekblad,"
          "Dahlström, Rydén, Haglund, Sandin"),
    _list("Björkvägen, Storgatan, Södra Esplanaden, Kyrkogatan, Ängsstigen, Norra Hamngatan, Tallbacken, Skolgatan"),
    "{street} {number}, {postcode} {city}",
    (("11# ##", "Stockholm"), ("41# ##", "Göteborg"), ("21# ##", "Malmö"), ("75# ##", "Uppsala"), ("90# ##", "Umeå"), ("58# ##", "Linköping")),
    ("070-17406##", "+46 70 174 06 ##", "08-465 004 ##", "+46 (0)31 390 06 ##", "040-628 04 ##", "070 174 06 ##"),
    "%Y-%m-%d", (59.6, 15.6), "24007", _list("ekbacken-snickeri.se, vardcentralensjostaden.se, halvorsen-quist.se"))

ALL = (EN_GB, EN_US, DE, FR, ES, IT, NL, PL, SV)
