-- dump of 2019-09-19T01:17:16Z, server version 10.39.3
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=49995862226 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (64196208729, 'Lukas Großmann', 'l.grossmann@nordlichtdruck.de', '1968-08-10', '39087612743', '198.51.100.241', '0b5b9459e08e7e5ddafa0a346816f4bdd44b23ce55290436c3f2b641ebaa860a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (29284402438, 'Torsten Großmann', 'torsten_grossmann@nordlichtdruck.de', '1952-03-28', '86095931476', '198.51.100.51', '820bca4578a4e9629f3f09e4b02edb2509b0b20de357ea42446ac9f11270437c');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (42571655231, 'Günther Kaltenbach', 'guenther44@nordlichtdruck.de', '2005-08-09', '35617430827', '198.51.100.167', '16af40f82459be9fc95fcb3e25cb9a19896b849019566d5203a18a20acc08039');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (75151115417, 'Rémi Charpentier', 'charpentier95@mueller-quast-gmbh.de', '1995-06-26', '23840956144', '10.4.217.23', '37ae33dbe7c039dfbc4f4ca47367fd02977c5656c44989ceb195a5e52736abb0');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (32233517124, 'Svenja Krämer', 'kraemer81@mueller-quast-gmbh.de', '1981-11-27', '65214710933', '198.51.100.99', 'f1184b58471ae84b76e4f9631e40018cabff083689abff127dbf43853fa79c08');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (90740189470, 'Brandon Washburn', 'b.washburn@praxis-am-weiher.de', '1961-09-28', '25 986 164 038', '192.0.2.82', '6291e3c882a6e8bbc52316832bd7ac9eab03d6372853cea410b4e08c6b1c385f');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (39258410257, 'Günther Kaltenbach', 'g.kaltenbach@praxis-am-weiher.de', '2000-04-21', '02 210400 G 887', '203.0.113.184', '7c221d8627aaa1bf6bd5b7a83f31ae42f4cfc607f0a5aff24529b3b82946535e');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (8716063286, 'Jürgen Hölzenbein', 'jhoelzenbein@praxis-am-weiher.de', '1965-02-23', '84716951239', '192.0.2.213', 'd80b5fa704f8d41dde61061057f21815680f555ad684b36e5ece72876090871f');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (21231212664, 'Günther Petersen', 'guenther.petersen@praxis-am-weiher.de', '1952-10-15', '45 952 670 183', '10.121.199.146', 'db178e7a1f7daeb7b110abc1091a389cb5ebb7b9ea4f698f269c87b2d186f409');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (20894994554, 'Torsten Oberhuber', 'torsten.oberhuber+shop@mueller-quast-gmbh.de', '1968-08-14', '12 140868 C 408', '192.0.2.234', '58d3cfa5671e6e60e951f4e012c2003a90be5988dab0528f42d7d6c2c1513a59');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (53849679453, 'Ulrike Schönfelder', 'u.schoenfelder@mueller-quast-gmbh.de', '1963-01-09', '02090163G447', '87.93.213.175', '644193144043ef5df8dfe848f604da09503d59d264aa26b68add6d02cec26f44');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (84622043736, 'Salvatore Zanetti', 'salvatore22@nordlichtdruck.de', '2004-01-07', '02070104O104', '77.50.228.100', 'b249f35f1c72e929594ae337fae1a2ede56275e2ed9e75c424f5ea151aab65e0');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (34281799248, 'Sebastian Weißhaupt', 's.weisshaupt@praxis-am-weiher.de', '1946-12-12', '15087936029', '192.0.2.202', '11e723525a15852cacd5fab593f0e2ab93af92a1b2b2611e7b6269602bbcc0c5');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (51592401632, 'Jürgen Kaltenbach', 'jkaltenbach@mueller-quast-gmbh.de', '1979-04-07', '02 070479 W 083', '192.168.235.208', '94a2cb1b00adce2c439e1963cbfa29ae026425e3a2cf736753825853c7c47e43');
