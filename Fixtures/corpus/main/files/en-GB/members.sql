-- dump of 2023-04-23T02:48:04Z, server version 10.19.17
CREATE TABLE `members` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `full_name` varchar(120) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `national_id` varchar(32) DEFAULT NULL,
  `last_ip` varchar(45) DEFAULT NULL,
  `password_hash` char(64) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=20595291486 DEFAULT CHARSET=utf8mb4;

INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (95263210934, 'Fiona Pemberton', 'fiona.pemberton@hollins-and-marsh.co.uk', '1949-12-27', '657 730 1972', '192.168.223.152', '4ecdfcd180d45e7fac476a0e6c68bebb646d52e90105788c163c33ba420b7b86');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (4306803286, 'Tobias Pemberton', 't.pemberton@hollins-and-marsh.co.uk', '1955-09-20', 'JT331892B', '31.48.141.42', '35b6afbace9f7a153d99536823559f97e4ae339d36521d4e6524b0ff828d746d');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (14503516869, 'Desmond Baxter-Reid', 'desmond_baxterreid@brindlewick-farm.co.uk', '1971-09-30', '9180439837', '192.0.2.245', 'dec0115ab5ecb58b2bdd5d349380224e8fe32079227deea68f6c72f24d280ed9');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (19406555492, 'Imogen Marsden', 'marsden46@brindlewick-farm.co.uk', '1946-02-10', '4376204048', '198.51.100.43', '1615f701447993627b39d2cb41b5231ee27d629128642c25bff98154d7cb9940');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (33391906803, 'Rajesh Adeyemi', 'adeyemi85@tarnside-clinic.org.uk', '1985-09-27', '7388583122', '192.0.2.170', 'cfcdf7d5d3745742d805b285cc58d86360fcd2f69f430d466780f7f250149b67');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (7197611128, 'Priya Thornbury', 'priya.thornbury@tarnside-clinic.org.uk', '1996-09-24', 'SA461255A', '203.0.113.172', 'eb1c0675f2c9ec7f9c83f0e9880d92bc8d8a27cebbebceaa2dd0ad5d18acb960');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (47899509826, 'Rajesh Baxter-Reid', 'rbaxterreid@brindlewick-farm.co.uk', '1977-06-21', '7267863930', '10.237.234.183', '3c075a75dc1128831b689d177881282f32c3cc53f6b2e20353eefe25ee81ec7f');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (98619525562, 'Isla Fairclough', 'isla.fairclough+shop@tarnside-clinic.org.uk', '1982-09-19', 'JG688284A', '192.168.4.223', '7cdec525f013390c7d418e42a0823edeeb37aa2fc425ab2ad3087673c7db8a66');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (99423291558, 'Fiona Whitcombe', 'fiona_whitcombe@tarnside-clinic.org.uk', '1979-11-14', '783 635 3974', '188.37.197.153', 'a3fc6265a7f108cdaea6113657566b757d352f22c006705cf26b18b2945fa378');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (4843337702, 'Oliver MacKinnon', 'o.mackinnon@brindlewick-farm.co.uk', '1957-03-29', '647 832 6616', '192.0.2.252', 'a8ed58551f70651b3241e626d1e31a21d5700e7b8432939297e29604936283e4');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (76158110148, 'Rajesh Fairclough', 'rajesh33@hollins-and-marsh.co.uk', '1947-08-26', 'PH230604C', '10.82.170.118', '9d54ec128e3db019e9f37c83a1a05c5288643a6db9cd5dae4f67d636e605a1da');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (91920792998, 'Priya Fairclough', 'priya.fairclough+shop@tarnside-clinic.org.uk', '1955-01-14', '929 990 3239', '178.156.36.167', 'ef754271dac16875afb1141b20002c8e3edc77a820117c1bfdadaa4ecfbc0ffb');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (97652351038, 'Niamh Okafor', 'niamh21@tarnside-clinic.org.uk', '1943-03-22', 'XN 23 21 17 B', '203.0.113.103', 'f8cd6489d14c8a85dea46fce1004ccfeb862e2c96c93f9d5eaa2ea4883a9f96f');
INSERT INTO `members` (`id`, `full_name`, `email`, `date_of_birth`, `national_id`, `last_ip`, `password_hash`) VALUES (77325338609, 'Gareth Okafor', 'gareth.okafor@brindlewick-farm.co.uk', '1958-07-27', '461 717 2890', '192.168.77.51', 'f0b0cf1326fbca1a8480afd0575536cda723a5293cce5902e67792f5618218c3');
