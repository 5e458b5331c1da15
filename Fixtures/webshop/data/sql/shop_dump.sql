-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: db1.brightwater.example    Database: shop
-- ------------------------------------------------------
-- Server version	10.11.6-MariaDB-0+deb12u1-log

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;

DROP TABLE IF EXISTS `customers`;
CREATE TABLE `customers` (
  `customer_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `first_name` varchar(80) NOT NULL,
  `last_name` varchar(80) NOT NULL,
  `email` varchar(190) DEFAULT NULL,
  `phone` varchar(32) DEFAULT NULL,
  `date_of_birth` date DEFAULT NULL,
  `password_hash` varchar(255) DEFAULT NULL,
  `signup_ip` varchar(45) DEFAULT NULL,
  `iban` varchar(34) DEFAULT NULL,
  `marketing_consent` tinyint(1) NOT NULL DEFAULT 0,
  `created_at` datetime NOT NULL,
  PRIMARY KEY (`customer_id`),
  UNIQUE KEY `email` (`email`)
) ENGINE=InnoDB AUTO_INCREMENT=10702 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

LOCK TABLES `customers` WRITE;
INSERT INTO `customers` VALUES
(10231,'Eleanor','Whitcombe','eleanor.whitcombe@example.com','07700 900481','1974-05-19','$2y$10$Hh4iH6CN.RDilrpZtZhXZ/0PRuaPV32TaInnNpmx/3RbRy9O0pk7B','203.0.113.117',NULL,0,'2017-09-02 15:50:01'),
(10235,'Jemima Lee','Klopstock','jemima.k73@example.org',NULL,NULL,'$2y$10$GLHQvXY/pIehInYF86U0tc1sYukTa..sxhuk91YQrTsoSePqDGdmK','198.51.100.177',NULL,0,'2017-10-05 12:44:51'),
(10240,'Daniel','Anstruther','d.anstruther97@inbox.example','07700900929',NULL,'$2y$10$DglI6kA2JJaEBOMow07zG.pwKdZhfDxhmAQmBNhLVsavpAzUkSEM2','203.0.113.100',NULL,1,'2017-11-03 13:49:03'),
(10244,'Rashid','Mahmood','r.mahmood71@example.net','07700 900244','1971-12-08','$2y$10$9Dh6.FdgpUK9KhD7.vfPp8DQ1.yor5MAx4Gxqy4e38alVsHh3PnIf','198.51.100.33',NULL,1,'2018-01-23 12:14:26'),
(10259,'Olwen Ann','Ravenscroft','o.ravenscroft@oxley-podiatry.example','07700 900154','1963-03-25','$2y$10$amBKHz5.N0.1N/N/iCMtIIGE6uY9E6zfrkY3boqg27ObaRQ/UkGOp','198.51.100.28',NULL,1,'2018-02-23 07:07:37'),
(10282,'Tiago','Obuya','tobuya@example.com','01632 960079','1984-05-11','$2y$10$o2GTrl.jGGKQGF6tLUKdDsnOT4zgGD5gRCQeESpp8/nJIKGS2R03r','203.0.113.204',NULL,1,'2018-07-08 13:43:34'),
(10287,'Fatima Lee','Barraclough','fatima_barraclough@example.com','07700900525','1965-04-13','$2y$10$0B2hsDmkdig6VATl/mi9hRjxpN9eIks.vLIqZA7wcohKec2bfojgT','192.0.2.107',NULL,1,'2018-08-09 12:57:31'),
(10288,'Jürgen','Weißmüller','juergen.weissmueller@example.org','+49 30 23125 417','1963-11-07','$2y$10$DmUAR0o7Ra.GsQUEgyFNerI65zbhkPxO1..0ZVNt1.rB8/Fik1LvF','192.0.2.201','DE89370400440532013000',1,'2018-08-14 10:35:50'),
(10305,'Amara','Nwosu','amara.nwosu@alderstone-clinic.example','+44 161 496 0187','1980-02-27','$2y$10$7Lkny2ir6ZGR7a22WmbsxD.PHp3rq5Xrz7DQ9WBS.eh7mquTzJQad','198.51.100.74','GB82WEST12345698765432',1,'2018-11-19 19:14:33'),
(10342,'Sylvie','Bécherel','sylvie.becherel@example.com','+33 1 99 00 47 12','1968-04-21','$2y$10$huIv42w51IpoZowy5qGEpbR5FS51yTNqSpQ.NF.5QMgZC2i6WtlYt','2001:db8:6f1:20::9a','FR1420041010050500013M02606',0,'2019-05-06 08:18:36'),
(10348,'Elspeth','Smethurst','elspethsmethurst@example.com','07700 900996','1985-03-21','$2y$10$t0BEcSeHy/W7NTAaHaed9rsKhOoO5s.Gj5MeYtgUM7AzyUnfFexM2','192.0.2.158',NULL,0,'2019-08-06 17:05:04'),
(10361,'Hester','Pemberton','h.pemberton@example.net','07700 900149','1955-01-17','$2y$10$5iGnxVQnmEn1mWx2hUCyIE42AN3IcWG4sd5Owmwsd3M8yV387B8Kt','192.0.2.58',NULL,0,'2019-08-02 22:43:36'),
(10392,'Orla','Dalrymple','odalrymple@example.com','+44 7700 900123','1978-08-15','$2y$10$jxokB2TxEyOFLJB1ZGLK.BJPk8XxrMBAOK635nsvoi6pN9SvLMRJz','2001:db8:4a3:67::96',NULL,0,'2020-04-24 17:07:29'),
(10402,'Tanvir','Chowdhury','tanvir@greenlane-physio.example','07700 900652','1988-06-03','$2y$10$h/ueRY/s9KFAlRt2XMpJQU2rtObiRTfvZTORFPgrKhzmCcpjmLL6W','198.51.100.140','IE29AIBK93115212345678',1,'2020-03-04 12:29:28'),
(10417,'Catriona','Higginbotham','catrionahigginbotham@example.net','07700 900133',NULL,'$2y$10$Ch5HC2DRuiRKa684i7hVLGehBxBroGrjRmzXzdlqMzNsW60uWq49.','203.0.113.241',NULL,1,'2020-09-23 19:22:16'),
(10427,'Mireille','Jagielski','jagielski.mireille@example.org','01632 960919',NULL,'$2y$10$6GLD.d0u/3TVAImyHyzeFjfXoQeh6cz05gAqgpSdG.PI/Xr2Jbo4X','203.0.113.87',NULL,1,'2020-11-17 11:30:22'),
(10429,'Zofia','Gulzar','zgulzar@example.net','01632 960315','1983-05-15','$2y$10$Aegp0aGM0hur5gnl/IkBVLK3nAMvBJPIOqvB/Y83Y75OfcUOy5Sy/','203.0.113.190',NULL,0,'2020-12-03 22:11:07'),
(10433,'Ramona','Pettigrew','pettigrew.ramona@post.example','07700 900332','1989-06-02','$2y$10$Yf/gn9fwR0PSCfdpwMup1ionEKjfRuG4LkNoI3Req2ng1FyI3rigL','198.51.100.110',NULL,0,'2020-12-24 12:24:25'),
(10445,'Roksana','Hathersage','roksana+shop@example.com','07700900935','1981-12-04','$2y$10$zi7w/bbZ9jUJao0x/r/nyp0p5MsdEdiDArmeeX42PTTGYi88pxfed',NULL,NULL,1,'2021-03-07 19:31:48'),
(10446,'Cressida Rose','Rathbone','cressida+shop@example.com','07700900828','1959-08-01','$2y$10$wxwnN12.B16Qvym4M9qiG7KFuIq3DCYy9cnbk8hw/kLg9SqpZ33WA','198.51.100.41',NULL,0,'2021-03-11 12:57:11'),
(10493,'Magnus','Zellweger','magnus.zellweger@example.net','07700900539',NULL,'$2y$10$wYz8XI/VM9jMoYjJR8SoQAyghPZ81r6BpfAyBt8lPSDOlxbrK2W33','192.0.2.62',NULL,1,'2021-12-18 09:50:50'),
(10496,'Bethan','Bordeleau','b.bordeleau35@mail.example','07700 900105','1976-06-02','$2y$10$Bmja/gxaRHL1U9nncU9kYv0sa9A/ow8Q5c3Ydx.AiSv2IHlQbkBz/','203.0.113.113',NULL,0,'2022-01-06 10:58:48'),
(10502,'Niamh','O\'Dwyer','niamh_odwyer@example.net','07700 900388','1996-10-10','$2y$10$Yx2bXphTvHRxWU8YJ82n4UY2vQWGJjNpeH5F.bzqLJEY7upzpNwOZ','203.0.113.88',NULL,1,'2021-04-30 09:16:57'),
(10540,'Gareth','Llewellyn','gareth@llewellyn.example','029 2018 0711','1966-02-02','$2y$10$1ge.C1YBZ4OQxp53942zyTb5IQiVONIfj1wMAbZKX0hv0Z5O6beBg','192.0.2.133',NULL,0,'2021-09-15 22:11:18'),
(10565,'Wanda','Penhaligon','w.penhaligon@northgate-school.example','07700 900877','1970-04-17','$2y$10$awYCKh8f4CS.UAkEMdXIi9nK2r6hVkkPW3YiieoEw8M7gzZLHF5Cf','203.0.113.50',NULL,0,'2023-02-21 13:40:49'),
(10582,'Deirdre','Adeyemi','deirdre91@example.net','00447700900503',NULL,'$2y$10$Iohrmq5DG7KMkiy94UDcOxke1XeLDi86QnGLxSSsMoUkqhj3eQGI9','198.51.100.98',NULL,1,'2023-06-03 13:02:05');
UNLOCK TABLES;

DROP TABLE IF EXISTS `sessions`;
CREATE TABLE `sessions` (
  `id` char(32) NOT NULL,
  `customer_id` int(10) unsigned DEFAULT NULL,
  `ip` varchar(45) NOT NULL,
  `user_agent` varchar(255) DEFAULT NULL,
  `last_seen` int(10) unsigned NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=ascii;

LOCK TABLES `sessions` WRITE;
INSERT INTO `sessions` VALUES
('c23444cec6ac147b0438ee3149a484a0',10259,'198.51.100.28','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36 Edg/121.0.2277.128',1741112318),
('d8cbb4f0236a450c0ab9a8d18dc35888',10231,'203.0.113.117','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36',1741107128),
('58efe2be708018f56f02b4d0e3982635',10287,'192.0.2.107','Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0',1741052979),
('1c407f754402d89c6b6ddf40141db522',10433,'198.51.100.110','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.6261.112 Safari/537.36',1741087020),
('98729d90bae3a5f91791d38a17a130d6',10402,'198.51.100.140','Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.6261.112 Safari/537.36',1741070914),
('7530d4824e202dd813c4339aa7a64b9d',10361,'192.0.2.58','Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.6167.178 Mobile Safari/537.36',1741093540),
('38fa72af985484ebf9d0d5c5ae7b6c86',10305,'198.51.100.74','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36 Edg/121.0.2277.128',1741098323),
('054576f6c931c751e6794af44af03e4f',NULL,'192.0.2.133','Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:123.0) Gecko/20100101 Firefox/123.0',1741066666),
('97f231b8cf7ec5499b04faf9609a72ec',10502,'203.0.113.88','Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.6167.178 Mobile Safari/537.36',1741048334),
('5797d6a83b81527d4f32abda0d859b90',10417,'203.0.113.241','Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36',1741069732),
('84385958981c2541e7fd11b2f361ad73',10429,'203.0.113.190','Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:123.0) Gecko/20100101 Firefox/123.0',1741054232);
UNLOCK TABLES;

DROP TABLE IF EXISTS `reviews`;
CREATE TABLE `reviews` (
  `review_id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `sku` varchar(20) NOT NULL,
  `customer_id` int(10) unsigned DEFAULT NULL,
  `author` varchar(80) DEFAULT NULL,
  `stars` tinyint(3) unsigned NOT NULL,
  `body` text DEFAULT NULL,
  `state` enum('new','shown','held') NOT NULL DEFAULT 'new',
  PRIMARY KEY (`review_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

LOCK TABLES `reviews` WRITE;
INSERT INTO `reviews` VALUES
(2204,'STK-CMP-3B',10361,'Hester P.',5,'Wear them every day since my varicose vein operation, no complaints.','shown'),
(2205,'BPM-ARM',10342,'Sylvie B.',1,'Affiche 21/14 chez une patiente qui a 13/8. Dangereux.','held'),
(2207,'TAPE-KIN-BL',10402,'Tanvir',4,'Good tape. Sticks even in the pool.','shown'),
(2209,'GLU-STR-50',NULL,'Anonymous',3,'My son is type 1 (diagnosed at four) and goes through a box a week. Please do bigger packs.','held'),
(2210,'BRC-WRI-R',10244,'R. Mahmood',2,'Right brace at last, third try. Write to me at r.mahmood71@example.net if you want the other two back.','held'),
(2213,'MSK-IIR-50',10540,'Gareth',5,'Does what it says.','shown'),
(2214,'TST-PRG-10',NULL,'M.',5,'Ten tests, tenth was positive!! Due in October','new');
UNLOCK TABLES;

/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
-- Dump completed on 2025-03-04  3:30:07
