// Where the store is.
internal import Glibc

/// The directory of the store.
package enum StoreLocation {
  /// The one that was asked for, else `$WCT_STORE`, else `.wct` in the working directory.
  package static func path(_ option: String?) -> String {
    if let option { return option }
    if let variable = unsafe getenv("WCT_STORE") {
      // The environment's text lives as long as the process; it is copied here.
      let path = unsafe String(cString: variable)
      if !path.isEmpty { return path }
    }
    return ".wct"
  }
}
