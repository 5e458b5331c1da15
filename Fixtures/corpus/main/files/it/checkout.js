// build 7.0.12 (3af2390)
import { post } from "./http.js";

const STRIPE_KEY = "AKIA4Q5PK4FZ6YS3NUJZ";
const RELEASE = "8a5fedb1d344fa76d0a7eabbcdf4ef5e1c0b9573";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,JqhgYGL6RwUXLnzjO+UAxBM1ArxlYH3bDfD6O/z7zCPwdsSNrPVYl3tLPt34kUZFe/saAjY5rbAh77739BS4w20JHwsEQp7g1Q3QWBZOMJD8VM91qeoMbi8Q8aWHTgiPa3rfspGeuE8u5qLKACxzdzJbJKmHx9JgQGb2FDkjZDcpzk1==";

export async function pay(cart) {
  const customer = { name: "Ludovica Pellegrini", email: "ludovica.pellegrini+shop@officine-bertolazzi.it", phone: "+39 348 4453584" };
  const place = { lat: 43.116051, "lng": 12.056343 };
  const request = { id: "3e82de56-4a6d-12b2-0b23-be824ebf5cda", card: "36046608119153", iban: "IT66 K984 7271 487Z FDKX 7940 0I9", at: 1507612507871 };
  document.cookie = "session=h8nl8huiopr2ccljj0lkl1p7b7; path=/";
  return post("https://pay.example/v27/charges", { customer, place, request }, { timeout: 30000 });
}
