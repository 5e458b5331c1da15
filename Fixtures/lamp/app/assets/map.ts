// Shows the bicycles that are free near the member.
import mapboxgl from "mapbox-gl";

export function showNearby(container: string, report: (position: GeolocationPosition) => void): void {
  const map = new mapboxgl.Map({ container });
  navigator.geolocation.watchPosition((position) => {
    map.setCenter([position.coords.longitude, position.coords.latitude]);
    // The live location of a rental is kept for the billing of the day.
    report(position);
  });
}
