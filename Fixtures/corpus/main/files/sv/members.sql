-- dump of 2019-12-05T19:40:33Z, server version 5.4.6
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=5673722781 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (85462387371, 'Birgit Kaltenbach', 'birgit41@ekbacken-snickeri.se', '1953-08-07', '19530807-4771', '192.0.2.209', '528463db51e0ba0f6c562c23f197ad14844be33aaee655149f003d3af33a4c63');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (85844403421, 'Saga Haglund', 'shaglund@ekbacken-snickeri.se', '1967-09-22', '19670922-3694', '203.0.113.67', 'ea2ce6687cebe34e0c9284accf31503b55b7b7132b06e980139563284d59fc16');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (46708736530, 'Saga Nyström', 'saga.nystroem+shop@ekbacken-snickeri.se', '1996-10-02', '19961002-8350', '46.134.112.207', '33cdcc43f759db6c24d78a8f6e6aadb9edf4c76f944472e6c2b957bbf0b8a0b6');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (46036505869, 'Rolf Hallgren', 'rhallgren@vardcentralensjostaden.se', '1946-01-19', '19460119-5094', '10.146.218.1', 'db6af554cd7f976e1b3f907ad5362c9f2033d6987a1a08ab84119b63fb1a92a2');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (3535631081, 'Nuria Núñez Cabrera', 'nuria.nunezcabrera+shop@halvorsen-quist.se', '1983-02-14', '19830214-3295', '192.0.2.206', '5839624516d5e2d99ba772bfc499c70cc0d53c976bf5e0dc93a89c69a07c4401');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (54252971442, 'Elias Engdahl', 'elias.engdahl@vardcentralensjostaden.se', '2001-06-04', '010604-2757', '10.184.159.221', 'fa688e475e0c36e5995083a872339612e9a24bc48ea51983442c6ac56d06c13a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (22629149541, 'Rolf Ekblad', 'rolf.ekblad+shop@ekbacken-snickeri.se', '2003-07-04', '030704-9197', '192.0.2.75', '18995e95515337e141a7905ff7127b91f8f9b301dbd46b115a639c44e5ffaad1');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (19034317483, 'Viktor Haglund', 'v.haglund@vardcentralensjostaden.se', '1989-02-17', '890217-2694', '10.13.244.120', '0b57dd5978004d814adde66cf6cf07deab77290435b863e072b3202d937484a4');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (76499791822, 'Björn Wallin', 'bjoern.wallin@halvorsen-quist.se', '1942-07-06', '19420706-0700', '91.168.21.66', 'a0c65224d63880b9a436879f4e0c30f678952a22ac580b603d2c3058421b65d9');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (55453942536, 'Saga Hallgren', 'saga.hallgren@halvorsen-quist.se', '1992-04-28', '920428-7974', '46.75.36.237', 'eab18657118bbea05c4ad3260670944ab46921e3e0626ce995ea413b12bde5fb');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (79482722993, 'Viktor Haglund', 'viktor.haglund+shop@ekbacken-snickeri.se', '1985-04-24', '19850424-4040', '87.10.198.247', '3dca9d627d41c334d12c4945d823a936803cf72d558d70588fe5ef187e167040');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (78604708709, 'Amina Nyström', 'amina.nystroem+shop@vardcentralensjostaden.se', '1942-01-05', '420105-1929', '198.51.100.99', '74001a2eb8306d8c46bc3a6a2b445a255831e91eb3c3c4f343cba90da9b13595');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (37240067027, 'Viktor Öberg', 'oeberg78@ekbacken-snickeri.se', '1978-01-18', '19780118-9684', '203.0.113.81', '2df0d9493054f73d6c48e1e868f3c2d568f29f3c0840807ef7573fe63e6b0896');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (65967418827, 'Björn Sandin', 'bjoern.sandin@halvorsen-quist.se', '1970-02-28', '700228-0407', '192.168.19.93', '072ce2006efa387e3375f50adbfd9b4541336870dffd6a2b9a39a5a8749bed86');
