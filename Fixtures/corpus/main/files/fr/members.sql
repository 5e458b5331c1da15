-- dump of 2021-05-27T03:25:44Z, server version 7.2.14
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=8019356093 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (81108010215, 'Camille Beaumont', 'cbeaumont@cabinet-orsenne.fr', '1995-08-01', '2 95 08 13 187 195 81', '192.0.2.193', '3d2de820f63eebd63fc30707788b2c78166e684c2d70f4082afd5e4fc3a09f52');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (98398759602, 'Élodie Fontaine', 'elodie.fontaine+shop@maison-verdelet.fr', '1946-10-02', '246107523650233', '203.0.113.220', 'b8e0296d0f809ccb534883096741af9661455b99bc79e8785ff618fc60cc708a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (84361296684, 'Élodie Marchand', 'elodie.marchand@cabinet-orsenne.fr', '1953-10-16', '2 53 10 33 381 184 90', '198.51.100.252', '4159cb8b3e1e573c53152f58d2bad2f0e0a51eaf71ea65bd1ebced31dbed5be1');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (2593997536, 'Guillaume Delacroix-Noël', 'g.delacroixnoel@atelierbrumaire.com', '1948-09-16', '248093516028009', '192.168.226.219', '6f416c3e46f37f06d904eebf12994f0e55418db5965401066b9d441b84ce3efc');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (76549912928, 'Baptiste Charpentier', 'baptiste.charpentier@maison-verdelet.fr', '1971-12-21', '171124439639578', '203.0.113.148', '80e8afcd6d8b96f2f0a3cb5cf19bc1b2f6c0dd5942c97cd6e56d90e0e37733cf');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (5579707075, 'Sébastien Beaumont', 's.beaumont@cabinet-orsenne.fr', '1944-09-08', '1 44 09 69 379 010 21', '198.51.100.121', 'cdc45d856fd8761e755e86f649730878904d010477b139c2032dce8eef6f53d2');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (5534772545, 'Hannah Abernathy', 'h.abernathy@maison-verdelet.fr', '1975-08-24', '2 75 08 75 144 149 44', '10.98.139.63', '34a9c8f17d5be9ba728e2e1bf06a18d5435f3a733e202e70db2dca5a235a569c');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (26442149798, 'Loïc Carpentier', 'loic25@atelierbrumaire.com', '1988-03-26', '288033329506688', '10.174.131.49', '75f4e2dda666b9766f710266e0a5f6ed616822c55ea6fdc2275a16239959ed77');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (83057491380, 'Loïc Traoré', 'l.traore@cabinet-orsenne.fr', '1956-05-25', '1 56 05 35 349 076 54', '192.168.108.75', '8076f0dfa14498deac1cba48b8501dab13ecf471e8fa46b3cb0b7e79a9030006');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (56834884733, 'Aïcha Beaumont', 'aicha.beaumont@cabinet-orsenne.fr', '1945-11-24', '2 45 11 69 041 072 41', '198.51.100.95', '9e38d48bafd7b0bf292bb121ea825c25983fecdd549a38db39ddd3aebf9e8d37');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (84954842676, 'Élodie Marchand', 'elodie_marchand@cabinet-orsenne.fr', '1992-11-23', '192113117733597', '203.0.113.12', 'd925e959a0add208aeb8da3a17303f6e4d22907d9d8860d6307cf1eb7df2411e');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (67618364497, 'Aïcha Fontaine', 'aicha37@atelierbrumaire.com', '1943-10-12', '243107505756753', '10.43.29.19', '984613f99018b83e723f6a961f5f660ad984881e2d9c528df56fec259a184b65');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (51409975053, 'Nuria Ibáñez Roca', 'nuria_ibanezroca@atelierbrumaire.com', '1961-05-27', '2 61 05 44 198 180 62', '10.17.92.149', '69fc08dea907a45d9f84e187e09e0e4908bfef0c1f8794f90fc88fcd4ad9b749');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (75930223939, 'Solène Marchand', 'solene_marchand@maison-verdelet.fr', '1980-05-18', '280051325553834', '192.168.129.252', '44738ead08fc055600660137310317acc32750f97d36fbbb433a66ef4a05139d');
