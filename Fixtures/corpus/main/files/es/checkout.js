// build 4.2.16 (d21530b)
import { post } from "./http.js";

const STRIPE_KEY = "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";
const RELEASE = "507958254f3712be97fa5b43ea3ae047fd8aece4";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,TTv4Hj/iWKzX+xg3V+jVIvvE+Ur3T/nniyyQX48uJmzZfyIzmrdZrB6dJM7iPgl0my0QB5/FoXTvs7I35j4aBYDuusRzSYlcpMVWciTn==";

export async function pay(cart) {
  const customer = { name: "Lucía Navarro Peña", email: "lucia31@talleres-almenara.es", phone: "697 571 648" };
  const place = { lat: 40.149081, "lng": -3.673089 };
  const request = { id: "350fcafc-46ee-b6dc-e3d3-fd803fae6979", card: "2221061661993866", iban: "ES33 3914 9184 1630 2520 6828", at: 1696952122818 };
  document.cookie = "session=8DD069DDF0274F6FB1B1E9FAC604D779; path=/";
  return post("https://pay.example/v57/charges", { customer, place, request }, { timeout: 30000 });
}
