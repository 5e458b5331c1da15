-- dump of 2023-05-19T00:52:54Z, server version 8.5.1
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=4900427638 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (57617177314, 'Shanice Stoltzfus', 's.stoltzfus@tallgrass-freight.com', '1963-11-04', '332-97-7390', '192.0.2.151', 'a42d517dcba9ece975f02cbcc4b2cb237eaec95aff36778ca168c258f1a2a36a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (5452439018, 'Marcus Goldberg', 'mgoldberg@tallgrass-freight.com', '1999-06-17', '420-50-7244', '198.51.100.61', '1cff800c5c881a6372a5d0704a537d8116bcaac162dad5a002ec419cb204b0c2');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (44022974383, 'Keisha Whitaker', 'kwhitaker@quillback-dental.com', '1995-07-24', '442-80-4342', '192.0.2.117', '9366a9c47e529d6db5620ee4654b731f845e878cf918938d75bc390a53c9a84e');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (74583927494, 'Destiny Goldberg', 'destiny79@juniperledger.net', '1966-05-31', '241-94-7168', '192.0.2.28', 'aa255b134e244527aa55d2b8eb104ded629b66be87d86d07030c0f339d66f0e9');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (99974424521, 'Tyler Tillman', 'tillman66@quillback-dental.com', '1966-10-26', '273-20-2937', '198.51.100.35', '4eedd2ec7f309a82000670655a18576ea689a3b91d4c24680357d90f59be72ec');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (47756547698, 'Curtis Abernathy', 'curtis.abernathy@tallgrass-freight.com', '1994-05-31', '550-65-5473', '81.157.201.178', 'f623cf0f5d48f153a508bb9f86bf8882c5cc6473cc3031c408258a60d978ab9a');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (35730414756, 'Tyler Washburn', 'washburn46@quillback-dental.com', '1946-08-14', '560-71-6128', '198.51.100.16', 'a5a3b77f810db549d2941a6e19ba5af562685b26f94262c71d4e3ec2858a54c2');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (97570506473, 'Pieter Brouwer', 'pbrouwer@tallgrass-freight.com', '1966-07-25', '511-52-5509', '87.33.32.32', '633cdd5494713a1a3654f8cd83e170b82227658afb4895a1d74ae78a3f54a17b');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (99076520506, 'Logan Abernathy', 'l.abernathy@juniperledger.net', '1999-05-23', '456-98-3573', '192.168.212.93', '496358fb7b961b22626fa50470f3339193f07f3e2b427a57f432017eb300907c');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (3247852902, 'Hannah Stoltzfus', 'hstoltzfus@juniperledger.net', '2001-12-21', '536-21-2739', '203.0.113.24', '128d8d243a646e0b7b887001adddaa95a4b8e39a9f2c10f361f699fc2d41d5b6');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (50053783653, 'Keisha Whitaker', 'keisha.whitaker+shop@juniperledger.net', '1967-02-09', '108-18-6670', '203.0.113.252', '5a0ed072414ec084998e22cacba6c56c12fa829bb9c205cf14da764d2c0bea61');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (90600667212, 'Shanice Delgado', 'shanice.delgado@juniperledger.net', '1986-03-21', '470-23-7170', '192.168.197.85', 'd66db1749d40ce6429206d313c366422b4244a0be20c2e31271e2962cf04d612');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (45445642066, 'Destiny Tillman', 'destiny.tillman+shop@tallgrass-freight.com', '1964-09-11', '119-64-6942', '192.0.2.182', 'af5ca83cb68f3d6c7dc976af2b0c592f074808e43a960fd57ea54b81524c8d5b');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (66547604145, 'Ethan Ramirez', 'ethan.ramirez+shop@tallgrass-freight.com', '1964-05-01', '522-49-7751', '192.0.2.33', 'ac839ff5c80bd6c868d9fb2d31d4253549e5cc31f27a08455fc5d70745cb7447');
