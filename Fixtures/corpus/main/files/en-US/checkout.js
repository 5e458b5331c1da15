// build 8.37.8 (56350d7)
import { post } from "./http.js";

const STRIPE_KEY = "AKIAADFEBDVRD3XUAWB4";
const RELEASE = "dd0d8aefb97cddbf1cd8b89c8218997620eb7ce6";
const breakpoints = [320, 768, 1024, 1440];
const logo = "data:image/png;base64,XJwXX7XA0adwJTOOU2b963qHBHSS70kGynvoz1nHMzbctw4kbpy1XWlqalBqvJiL8aDyyktOrFk5iZTYed0c7uJeJlsTGC21ymTTszLWvVqfwNAkgkdEy+e+L7JZWKl1dD6eRjnMcQqWivd1Iv9eN4UrZPtc8tHuOTZZKfd4IJ8XA38UEjxTqj+FD5sXXTFD==";

export async function pay(cart) {
  const customer = { name: "Paige Castillo", email: "paige.castillo+shop@tallgrass-freight.com", phone: "+1 503 555 0164" };
  const place = { lat: 39.570682, "lng": -98.148010 };
  const request = { id: "9f0aeb62-2e90-7392-7240-ac37a9fd5adc", card: "374198709066260", iban: "GB90MFMR80174899080417", at: 1721159574423 };
  document.cookie = "session=kv96na73emmmclaetm978hiapc; path=/";
  return post("https://pay.example/v39/charges", { customer, place, request }, { timeout: 30000 });
}
