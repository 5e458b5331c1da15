"""The locales with other people and places: a set made of these shares no name, street or telephone form with the others.

Names are common ones, put together by chance. Phone numbers are again of ranges set apart for fiction where there are such.
"""

from dataclasses import replace

from .locales import ALL, _list, _words

_FURTHER = {
    "en-GB": dict(
        first=_words("Charlotte Benjamin Zara Alistair Bethany Kwame Poppy Declan Rosalind Hugh Parveen Kieran Eleanor Winston"),
        last=_list("Hargreaves, Osborne, Nwosu, Cartwright, Ferguson, Chaudhry, Bevan, Whittaker, O'Connell, Dunmore, Lightfoot"),
        streets=_list("Abbey Gardens, Rectory Lane, Victoria Road, Beech Drive, The Paddock, Chapel Street, Harbour View"),
        places=(("YO## #@@", "York"), ("B## #@@", "Birmingham"), ("G## #@@", "Glasgow"), ("OX# #@@", "Oxford"), ("SE# #@@", "London")),
        phones=("07700 900 ###", "0131 496 0###", "+447700900###", "(029) 2018 0###", "0808 157 0###"),
        domains=_list("larkfield-joinery.co.uk, ashdown-vets.co.uk, mereside.org.uk")),
    "en-US": dict(
        first=_words("Savannah Jamal Courtney Dustin Maribel Trevor Latoya Garrett Monique Chad Esperanza Kyle Abigail Terrence"),
        last=_list("Whitfield, Montoya, Bradshaw, Pham, Lundgren, Jefferson, Rosenthal, Vance, Sandoval, Crowder, Beaulieu"),
        streets=_list("Elm Street, Pinecrest Road, W 3rd Avenue, Harvest Moon Way, Bluebonnet Trail, Fairview Place"),
        places=(("8510#", "Tucson, AZ"), ("4320#", "Columbus, OH"), ("9810#", "Seattle, WA"), ("3320#", "Miami, FL")),
        phones=("(614) 555-01##", "206-555-01##", "+1 (305) 555-01##", "1-520-555-01##", "+1.206.555.01##"),
        domains=_list("copperleaf-optics.com, ridgewaybakery.com, stonebridge-legal.net")),
    "de": dict(
        first=_words("Friederike Jochen Leyla Manfred Dörte Hendrik Ingeborg Malte Sabine Cem Rüdiger Nele Falk Waltraud"),
        last=_list("Achterberg, Bösel, Cordes, Dreßler, Eickhoff, Fröhlich, Gerstenberger, Hückel, von der Heide, Karaca, Lütjens"),
        streets=_list("Ahornweg, Breite Straße, Dr.-Külz-Str., Am Wasserturm, Eichendorffallee, Marktplatz, Gartenweg"),
        places=(("0110#", "Dresden"), ("4013#", "Düsseldorf"), ("7017#", "Stuttgart"), ("2819#", "Bremen"), ("9911#", "Erfurt")),
        phones=("0351 555-####", "+49 211 4710###", "(040) 66969 ###", "0176 040690##", "+49 176 040690##"),
        domains=_list("holzbau-riedel.de, zahnarzt-amsee.de, kelterei-sommer.de")),
    "fr": dict(
        first=_words("Maëlle Thibault Inès Gaspard Ophélie Mehdi Capucine Fabrice Noémie Yannick Sandrine Quentin Lucie Ahmed"),
        last=_list("Bonnefoy, Caron, Desmoulins, Évrard, Garnier, Hamidi, Jacquet, Lemoine, de la Tour, Pelletier, Renaudin"),
        streets=_list("rue de l'Église, allée des Peupliers, cours Gambetta, route de Narbonne, rue du Four, square Jean-Jaurès"),
        places=(("3300#", "Bordeaux"), ("5900#", "Lille"), ("3400#", "Montpellier"), ("2100#", "Dijon"), ("2900#", "Quimper")),
        phones=("06.39.98.##.##", "03 53 01 ## ##", "+33 1 99 00 ## ##", "04-65-71-##-##", "0639 98 ## ##"),
        domains=_list("boulangerie-clairval.fr, notaires-rivegauche.fr, ecoledulac.org")),
    "es": dict(
        first=_words("Carmen Ignacio Aitana Rubén Consuelo Óscar Estefanía Mateo Pilar Jordi Noelia Héctor Amparo Unai"),
        last=_list("Alcántara Gil, Bermúdez, Cifuentes Rey, Echeverría, Fuentes Prado, Galván Soto, Herrero, Lozano Vega, Molina"),
        streets=_list("Calle Mayor, Avenida de América, Plaza de España, C/ Alfonso XII, Ronda Norte, Camino Viejo de Leganés"),
        places=(("5000#", "Zaragoza"), ("2900#", "Málaga"), ("3300#", "Oviedo"), ("4700#", "Valladolid")),
        phones=("7## ## ## ##", "+34 91# ### ###", "976 ## ## ##", "+346########", "6##-###-###"),
        domains=_list("libreria-elfaro.es, gestoria-prados.es, huertasdeltormes.com")),
    "it": dict(
        first=_words("Francesca Edoardo Martina Ciro Beatrice Filippo Antonella Michele Arianna Rocco Elisa Samuele Donatella Ivan"),
        last=_list("Amadori, Bellucci, Caputo, D'Amico, Fabbri, Gentileschi, La Rosa, Marchetti, Orlandi, Parisi, Della Valle"),
        streets=_list("Via Roma, Corso Vittorio Emanuele, Viale dei Mille, Piazza Cavour, Via XXV Aprile, Vicolo Stretto"),
        places=(("1612#", "Genova"), ("3710#", "Verona"), ("9013#", "Palermo"), ("3410#", "Trieste")),
        phones=("33# #######", "+39 34# ### ####", "010 555####", "+39 045 555 ####", "02-5555####"),
        domains=_list("forno-antico.it, dentistabruni.it, tipografiaaurora.it")),
    "nl": dict(
        first=_words("Eline Wouter Maud Hassan Roos Gijs Noor Sjoerd Ineke Daan Fatma Koen Willemijn Maarten"),
        last=_list("Bakker, de Graaf, van Dijk, Hendriks, Koster, Ouali, van der Meer, Scholten, Timmermans, Wolters, 't Hart"),
        streets=_list("Kerkstraat, Wilhelminalaan, Havenkade, Jan Steenweg, Korte Poten, Rozengracht, Esdoornhof"),
        places=(("56## @@", "Eindhoven"), ("25## @@", "Den Haag"), ("68## @@", "Arnhem"), ("23## @@", "Leiden")),
        phones=("06 ## ## ## ##", "+31 (0)6 ########", "040 - 555 ## ##", "070-555####", "+31 71 555 ## ##"),
        domains=_list("fietsenmaker-dekroon.nl, notaris-vanburen.nl, tuinderijdehof.nl")),
    "pl": dict(
        first=_words("Aleksandra Bartosz Danuta Krzysztof Magdalena Stanisław Kinga Radosław Urszula Szymon Bożena Marek Julia Oleksandr"),
        last=_list("Adamczyk, Borkowska, Czarnecki, Gołębiowska, Jabłoński, Kaźmierczak, Lis, Maciejewska, Pawlak, Rutkowska, Zając"),
        streets=_list("ul. Ogrodowa, ul. Mickiewicza, al. Jana Pawła II, ul. 3 Maja, os. Leśne, ul. Krótka"),
        places=(("90-###", "Łódź"), ("40-###", "Katowice"), ("15-###", "Białystok"), ("70-###", "Szczecin")),
        phones=("+48 50# ### ###", "6##-###-###", "42 555 ## ##", "(32) 555 ## ##", "+4860#######"),
        domains=_list("piekarnia-zdroj.pl, kancelaria-lech.pl, ogrodydolina.pl")),
    "sv": dict(
        first=_words("Agnes Fredrik Hanna Mohamed Ingrid Johan Lova Mattias Pernilla Sixten Therese Ulf Wilma Abdi"),
        last=_list("Andersson, Blomkvist, Carlén, Ekström, Fält, Gustafsson, Holmberg, Isaksson, Lundin, Norén, Ström"),
        streets=_list("Kungsgatan, Vasavägen, Lillgatan, Östra Promenaden, Parkvägen, Fiskaregränd"),
        places=(("70# ##", "Örebro"), ("55# ##", "Jönköping"), ("85# ##", "Sundsvall"), ("39# ##", "Kalmar")),
        phones=("070-174 06 ##", "+46701740 6##", "08-465 00 4##", "0701740 6##", "+46 8 465 004 ##"),
        domains=_list("bageriet-solsidan.se, tandlakarnahamnen.se, skogsbyn.se")),
}

_THIRD_NAMES = {
    "en-GB": ("Gemma Rupert Leila Angus Tamsin Femi Edith Barnaby Shabnam Ewan Philippa Leroy",
              "Ackroyd, Bannister, Eze, Goodwin, Drummond, Rahman, Prosser, Entwistle, O'Shea, Stanhope"),
    "en-US": ("Cassidy Malik Brianna Travis Yolanda Spencer Tamika Colton Jasmine Randall Marisol Derrick",
              "Caldwell, Figueroa, Hutchins, Tran, Sorensen, Banks, Lieberman, Pruitt, Escobar, Broussard"),
    "de": ("Greta Holger Derya Eberhard Wiebke Florian Gudrun Thilo Ute Kerem Volker Antje",
           "Behrens, Dietze, Engelhardt, Gößling, Harms, Kühne, Mertens, von Stetten, Polat, Rößler"),
    "fr": ("Apolline Florian Samira Ludovic Margaux Nadir Hortense Pascal Coralie Erwan Josiane Bastien",
           "Aubert, Bouvier, Chevallier, Dumoulin, Ferrand, Khelifi, Legrand, Monnier, du Plessis, Texier"),
    "es": ("Marta Sergio Candela Iván Rosario Adrián Verónica Nicolás Encarna Pau Silvia Aitor",
           "Arroyo Gil, Blasco, Campos Rey, Escudero, Gallego Mas, Izquierdo, Luque Sanz, Pascual, Rueda"),
    "it": ("Valentina Alessio Giorgia Carmine Camilla Riccardo Patrizia Emanuele Greta Pasquale Sara Diego",
           "Barbieri, Cirillo, De Santis, Ferri, Giordano, Lombardi, Monti, Piras, Rinaldi, Valentini"),
    "nl": ("Iris Sander Puck Youssef Merel Freek Isa Hidde Truus Lars Aisha Rik",
           "Bos, van den Berg, Dekker, Geerts, Huisman, Benali, van Rijn, Smits, Verhoeven, de Wit"),
    "pl": ("Natalia Dominik Halina Piotr Weronika Zbigniew Oliwia Mateusz Teresa Kacper Grażyna Jacek",
           "Baran, Cieślak, Dudek, Górska, Kamiński, Kucharska, Malinowski, Sobczak, Tomaszewska, Urban"),
    "sv": ("Elsa Anton Britta Ahmed Alva Henrik Moa Lennart Frida Axel Stina Ibrahim",
           "Berg, Claesson, Eklund, Franzén, Hedlund, Johansson, Löfgren, Persson, Sundberg, Åberg"),
}

ALL_THIRD = tuple(replace(locale, **{**_FURTHER[locale.tag], "first": _words(_THIRD_NAMES[locale.tag][0]),
                                     "last": _list(_THIRD_NAMES[locale.tag][1])}) for locale in ALL)
ALL_FURTHER = tuple(replace(locale, **_FURTHER[locale.tag]) for locale in ALL)
