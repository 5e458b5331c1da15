-- dump of <<timestamp>>, server version <<version>>
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=<<digits>> DEFAULT CHARSET=utf8mb4;

<<rows 14>>
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (<<digits>>, '<<name>>', '<<email>>', '<<dob_iso>>', '<<nid>>', '<<ip>>', '<<sha256>>');
<<end>>
