-- dump of 2024-04-25T18:58:10Z, server version 7.17.12
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=39680675373 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (71635986611, 'Zofia Król', 'z.krol@przychodnianadolinie.pl', '1961-06-28', '61062861963', '192.168.8.221', 'e1cc80e1465ef561040b701c39c4cf662c8198ce71684c95a8e59e5832e7f4fd');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (68527381192, 'Michał Dąbrowski', 'mdabrowski@stolarnia-modrzew.pl', '1968-10-10', '68101042778', '192.0.2.45', '27a1389d853df33ad51ed41a9364f114de7c6b20a7b0a87a664e23b92ab81682');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (61419238154, 'Jędrzej Mazur', 'mazur80@stolarnia-modrzew.pl', '1980-07-24', '80072448012', '192.168.168.158', 'bd3f9a35718228634989d59639413d4501d9446e5212950311d4907db555d1fa');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (96661610261, 'Agnieszka Nowakowska', 'agnieszka32@przychodnianadolinie.pl', '1993-06-02', '93060257875', '192.0.2.10', 'cb0786a9cd3a9f56f87359c2293240977f851daf26ddedd8318cdfca136a9f44');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (83238305939, 'Hanna Bondarenko', 'hanna_bondarenko@przychodnianadolinie.pl', '1993-04-29', '93042914585', '203.0.113.247', 'bae1296d6332572d0ca14782eeff5ec2762c1f01b89e71fbf0c2f51e4adb5354');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (19030136296, 'Matteo Brambilla', 'mbrambilla@stolarnia-modrzew.pl', '1943-10-31', '43103135572', '203.0.113.177', '9a81f15ed2b7b37ce5b9555f2031342a227ccdc5ee22038980b6feb2325f3a38');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (37420478225, 'Loïc Vasseur', 'lvasseur@przychodnianadolinie.pl', '1968-05-14', '68051493798', '203.0.113.192', '586620c5cb942209f087cd589e45037ef29c05973fab0de4fee24dea48752895');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (65899654226, 'Michał Dąbrowski', 'mdabrowski@przychodnianadolinie.pl', '1973-03-29', '73032922532', '192.0.2.180', 'df5b7d5f3da81cc9cd23ca3c4631ea214b37d01e45d586985b87a7c13f14ca74');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (38209745982, 'Zofia Mazur', 'zofia_mazur@ksiegarnialamus.pl', '1987-10-09', '87100965208', '81.195.174.48', 'b8e4ad4bf95ab1000317fd80b72e4d364ed360103659af336f44d0373fbd95e6');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (26460399630, 'Ewa Król', 'ewa.krol@przychodnianadolinie.pl', '1996-08-22', '96082254989', '87.107.38.221', '62b537e4058a16b41919c40b9f2f2da3bd50fa1a531906b432f3425fbb956063');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (50956902705, 'Nathaniel Whitcombe', 'nathaniel.whitcombe+shop@przychodnianadolinie.pl', '1960-12-06', '60120604081', '192.168.24.135', '4dea03721ffeed33758a4736233b585faf40f77dfcc669837962f9d6b3aa3fcd');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (55438751527, 'Paweł Kowalczyk', 'pawel.kowalczyk+shop@ksiegarnialamus.pl', '1942-12-26', '42122622560', '10.9.31.48', '6313adbec25de7518b5e048b75405b25880fa2d6b752003b57f8ac6aa549f9e8');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (12985834357, 'Ewa Wiśniewska', 'e.wisniewska@przychodnianadolinie.pl', '1948-10-13', '48101332839', '10.252.204.99', 'c665fedf475550adff52685f29c265cb996d2caee1e1553f210afbf3e0aeb416');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (47897579072, 'Michał Bondarenko', 'bondarenko60@stolarnia-modrzew.pl', '1960-11-20', '60112050964', '203.0.113.243', '217d16a5bd54bc1d1c94b055a1b7e8e6d2e2199dfcadce9695642306dca72e79');
