-- dump of 2021-02-05T14:27:44Z, server version 12.31.17
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=62845873720 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (34034148742, 'Wolfgang Schönfelder', 'wschoenfelder@hoveniersbedrijf-wilgenrijk.nl', '1969-10-06', '761727486', '10.3.26.157', '65d8a4c354eabd654c6cdb1b0a864a5e9e6757815bc602fa0f7bec7c34832fd4');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (32052303408, 'Ruben Zwart', 'r.zwart@kaashandelzuiderzicht.nl', '1997-09-22', '912559214', '10.103.202.15', '8fa326887065a0a39b894402a184e3f431b984c4ca23935e38f0360ede8862cd');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (4575557098, 'Björn Lindqvist', 'bjoern_lindqvist@kaashandelzuiderzicht.nl', '1977-11-06', '735195079', '192.168.242.238', '1e307c9ee9505108308d2be9e2b657d0e08a218c3ed4ed7c02a10fd4211b1f19');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (78701253521, 'Mohammed Özdemir', 'mohammed.oezdemir+shop@kaashandelzuiderzicht.nl', '1960-05-01', '858277992', '77.183.55.9', '8e65b92db9fb58be796defeae638820519ae1dcb3896f403910340648f1dd588');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (33982262538, 'Joost Kuipers', 'kuipers62@kaashandelzuiderzicht.nl', '1962-05-02', '398762259', '10.72.139.123', '3ebb9892ec71e35c98f36122ec31b2241db92ee16cbb06b8b82d410307aa2170');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (93389967827, 'Yasmina Hoekstra', 'hoekstra44@kaashandelzuiderzicht.nl', '1944-10-02', '322847400', '192.168.5.122', '0ea3db7d66e549ebdb9ae2bf451973f26da0da67af06e67f5c33724db61a3257');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (62741120411, 'Ruben Hoekstra', 'ruben34@praktijkdelinde.nl', '1994-07-06', '282904013', '10.6.26.245', 'a599ae1a022666bb6ca48139c1c9fc08bf5d068a15db93e364f6e4a5de714475');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (52219316855, 'Montserrat Benítez', 'montserrat89@praktijkdelinde.nl', '1994-08-18', '412915856', '192.0.2.211', '0b6b2bac818f0a71d1af54a8037c23e05f977b40030972c29ca397283ae0a3ab');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (2720954300, 'Stijn El Amrani', 'stijn31@praktijkdelinde.nl', '1991-12-20', '350343858', '192.168.218.217', '1ccffe594741711235ec14f3ce56a650e3471f72139c6f0ea3ab2c80b0cb0913');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (8132050142, 'Sanne Mulder', 'smulder@kaashandelzuiderzicht.nl', '1968-04-30', '196474826', '10.107.94.117', '4d542aab34fb6daf5365c915f57f15340caa0a34176dc4b7c70adff41e0f2e88');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (42417957513, 'Marijke Brouwer', 'marijke75@praktijkdelinde.nl', '1949-11-27', '793745408', '198.51.100.39', 'ae642710257f37520738f14dfeda9ee361a53e5a6f1f9130c24cc43e7d316d06');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (85617565478, 'Femke Postma', 'femke13@praktijkdelinde.nl', '1946-06-24', '815889501', '192.0.2.198', '41d414f691771409783a0f46370bf014a7453d533670971c0aa2c48d7fac5eee');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (56617198179, 'Bram van Leeuwen', 'bram62@praktijkdelinde.nl', '1979-09-08', '686336161', '192.0.2.81', '61007416b0606bd56270dc4f064015dbac97882dc62bc5a26e2ba75b95524d44');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (79938579307, 'Joost Özdemir', 'j.oezdemir@kaashandelzuiderzicht.nl', '1972-08-31', '761734983', '192.0.2.37', '27247d2f76c18d0edd1be3d6a4dc05535e58a89170e7e4bd434db259f77f74f2');
