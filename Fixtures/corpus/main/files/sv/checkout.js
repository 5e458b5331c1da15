// build 4.10.19 (66a0229)
import { post } from "./http.js";

const STRIPE_KEY = "glpat-tm6u4GgqDatAVYpH3lX2";
const RELEASE = "9d561e014ba5ebe11e4b2e0f3c25411cb43ff4ef";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,udVP7Wlyje7s6BMrnAPbaFykQ5xm9SnNBuDZ5kJxwWGw3QJFjkavthDS54f1Y6pDj1oeTgpA+S9JAT2yKd4IBaFWEadZVzDI53wwyA+QVbu94MvL1kiBNRNAY+Su0qjz0vG9t+ODmVaqmW7O4htfYY2k7iZjmzJvH/hHHN==";

export async function pay(cart) {
  const customer = { name: "Saga Wallin", email: "wallin82@halvorsen-quist.se", phone: "070 174 06 83" };
  const place = { lat: 59.708667, "lng": 15.717144 };
  const request = { id: "8de1ac27-82f7-e0d6-239c-79ef04430461", card: "5514344718943319", iban: "SE11 1773 2554 1240 5767 5848", at: 1702184688136 };
  document.cookie = "session=fx5mOy2tBhEKmKPbQPR5h6NksNsZRaY2; path=/";
  return post("https://pay.example/v6/charges", { customer, place, request }, { timeout: 30000 });
}
