-- dump of 2023-09-24T12:52:12Z, server version 6.24.18
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=96765863493 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (27241037677, 'Élodie Le Goff', 'elodie.legoff@cantinasolleone.it', '1984-08-26', 'LGFLDO84M66H501H', '192.168.143.12', '3a7d54e61d993c31823d89f0b654f9012f4cf79eb26e7337ce0ff6caa1f1741b');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (14614480325, 'Fiona Marsden', 'fiona.marsden@studiomedicolarice.it', '1979-10-27', 'MRSFNI79R67F205E', '192.0.2.123', 'b7f0e1b4a4c9626c21331d3248f6bd90a8faf15a0c3dcc6560914611f0a0bf9a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (74628376298, 'Montserrat Quiroga López', 'quirogalopez87@studiomedicolarice.it', '1987-01-08', 'QRGMTS87A48F205Z', '198.51.100.10', '2545e46fe365593a72c653d01a69ecb08515ed9b10cbc42be6f542e4d9879052');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (15123220719, 'Chiara Tagliabue', 'chiara.tagliabue+shop@studiomedicolarice.it', '1988-08-20', 'TGLCHR88M60L219U', '192.168.150.71', '7124c6ea6b97562188753cfba7d0e1548e0a099d1f82b97d0dcc6557814d2fde');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (45305609317, 'Giulia Tagliabue', 'giulia39@studiomedicolarice.it', '1953-07-28', 'TGLGLI53L28D612D', '192.168.110.64', '901e695d0d8a7116811a4051533e6443b5aea337b52d2eb01e1da39229629194');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (49606681585, 'Rita Vitale', 'rita_vitale@officine-bertolazzi.it', '1980-11-03', 'VTLRTI80S03G273F', '198.51.100.99', '944ff3f1ecddb29d7db15381b3acb726ab634b4fdc7a82d50fa23d1d6c6a3932');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (85419886818, 'Ilaria Vitale', 'ilaria18@studiomedicolarice.it', '1976-01-26', 'VTLLRI76A26H501R', '10.130.112.201', '6515444fc7daae3ba59c323a4b492a6eaf1556734e9db4bcc9eb2e831b640bdd');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (6624086785, 'Noemi Bianchetti', 'noemi.bianchetti+shop@cantinasolleone.it', '1969-08-07', 'BNCNMO69M47L219I', '192.168.195.122', '9aba8f652b1a0ec7fda145744afbe7faa784faeb125e03555264cf974f95fdb8');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (68639400881, 'Matteo Pellegrini', 'matteo_pellegrini@studiomedicolarice.it', '1966-04-16', 'PLLMTT66D56H501B', '192.0.2.247', '39283a25d1a4dc659e4ee1d90cc10725c29ccaea9b99d987b48add88d0a7ff05');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (32333237668, 'Chiara Ferraguti', 'chiara.ferraguti+shop@officine-bertolazzi.it', '1998-11-16', 'FRRCHR98S56D612D', '192.168.172.214', 'c027161151d30221c7b80e0d0f7176e476614e06117a07b0115c69b6a30d2959');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (94022821500, 'Serena Lo Presti', 'serena.lopresti@studiomedicolarice.it', '1956-04-21', 'LPRSRN56D61A944C', '192.0.2.75', 'f4ae83aef74d8177c05e2a2eb3e314c22d04fdd1987c3d9f73bc9eb04cb76003');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (84786716619, 'Niccolò Ferraguti', 'niccolo57@officine-bertolazzi.it', '1950-09-17', 'FRRNCL50P57L219N', '198.51.100.20', 'c775ef4ff3b360cfb58584a843318d88ff42ced313bfb2434e953e8a6488b839');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (94265407514, 'Gennaro De Luca', 'deluca57@cantinasolleone.it', '1957-01-02', 'DLCGNR57A42H501M', '203.0.113.59', '45fe2aca58acda6dff509891ebd2e14c34ade12a45b4e1f1efe26900d618dda5');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (86390731960, 'Ugo Bianchetti', 'ugo.bianchetti@officine-bertolazzi.it', '1997-08-03', 'BNCGUO97M03H501X', '192.168.244.23', 'cbf0390c339b76733de4d345d23507ad209bfe131f0e1bb74ac33b9a2318698e');
