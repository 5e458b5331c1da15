-- dump of 2021-11-20T04:03:51Z, server version 8.10.6
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=86361931058 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (50646628964, 'Leire Ortega', 'ortega00@viveroslafuente.com', '2000-10-05', '17748714M', '192.168.127.142', 'f672b95b4967e0219127d8efa9500e559fa2ab95177c764a78737b15e97d8049');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (47105092248, 'Ximena Robledo', 'robledo41@talleres-almenara.es', '1941-12-21', 'Y7760490M', '10.76.93.144', '42da9986fab89b33dcc4cb7b193a6ab95719308663691952edec3697cd88d710');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (75611965195, 'Günther Brinkmann', 'guenther.brinkmann+shop@clinicasanroque-norte.es', '1983-01-28', 'X0197513N', '10.117.74.212', 'bc34ba0f158364fa1cc2ebe3578ec908f0e25d95e8f6c38c5ed963e299c6ece6');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (48783420639, 'Pablo Domínguez Sáez', 'pablo45@talleres-almenara.es', '1971-11-12', 'X2405604B', '192.0.2.58', 'beb9479078a022bc9176d529e1408e88e08e63c56ee72b5af2e7e5721c41010f');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (15367296429, 'Raúl Vidal Ferrer', 'r.vidalferrer@clinicasanroque-norte.es', '1994-05-25', '93513076K', '198.51.100.158', '19f50ee6d65be297549824b519f859910d283f99bf3d278bc83c21d94c1368c9');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (38573204329, 'Andrés Domínguez Sáez', 'andres.dominguezsaez+shop@viveroslafuente.com', '2002-12-29', 'Z2029976R', '81.120.118.229', 'c9b2dccfaf6d6d9a0cf96b80168a4cb13a1458a679e6e3e144fee3b8bb4227a1');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (83687294266, 'Montserrat García Montoya', 'montserrat50@talleres-almenara.es', '2001-09-20', '71268226N', '203.0.113.102', '3c388398feed6f999bbd89db9b42a7b6f98a23f7ce078704ec35133849e04726');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (78097647210, 'Raúl Navarro Peña', 'raul79@talleres-almenara.es', '1973-02-16', 'Y0851335G', '188.50.84.39', '425b4c3052ef0cc9d3e0e43cb9dab6f1d41f2868e144f6457eabe4d4bef1a52e');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (20216118843, 'Nuria Navarro Peña', 'nuria_navarropena@talleres-almenara.es', '1949-12-19', 'Z6284531Q', '198.51.100.206', '524f5d1d492cb9395729b8169f7f580bb28334a49558669470f663cae5d96d3b');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (29769469392, 'Joaquín Santacruz Mora', 'joaquin.santacruzmora@viveroslafuente.com', '1998-06-02', '96162284C', '198.51.100.103', '6ec1c320108706c855c6cb2e33057c6a1a8f864e3e9d39367c07c64d05651f7d');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (21227955740, 'Rocío Santacruz Mora', 'rocio.santacruzmora@talleres-almenara.es', '2003-06-04', 'Z2042119T', '192.168.86.139', 'cf9f86e7248e5570d5e75330b417a94d4651e3ce3d1d1b8fdc3242b86413571a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (59780669223, 'Ximena Vidal Ferrer', 'xvidalferrer@clinicasanroque-norte.es', '1959-05-18', '46090123-D', '10.226.232.86', '1ff2afad0e189e381cf0f010d5166208e706a1888b1f8538c3a98dc173a1ae29');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (47779248530, 'Inés Benítez', 'ines.benitez@clinicasanroque-norte.es', '1972-01-23', 'X2527986X', '198.51.100.28', 'e87b25c879e263726158ee7d63ff64a76fd8a5e643691e63a5f0fbc3afd5ad5d');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (65947849467, 'Álvaro Santacruz Mora', 'alvaro_santacruzmora@talleres-almenara.es', '1996-08-21', '94812820-N', '198.51.100.201', 'e1b05dac208821393aabc62551cd23b3e04113e87b0c1239b47f3aa9fc28ba68');
