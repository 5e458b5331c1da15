// Where results are remembered unless somebody says otherwise.
internal import EnvironmentFiles
internal import SystemFiles

/// The place of the cache.
package enum CacheLocation {
  /// `wct` in `$XDG_CACHE_HOME`, else in `~/.cache` (XDG Base Directory Specification 0.8); nil without a home.
  ///
  /// Not in the working directory: a check leaves nothing behind there.
  package static var standard: String? {
    let environment = Environment.ofProcess()
    // The specification: a relative path is to be ignored.
    if let directory = environment["XDG_CACHE_HOME"], PathText.isAbsolute(directory) {
      return directory + "/wct"
    }
    guard let home = environment["HOME"], PathText.isAbsolute(home) else { return nil }
    return PathText.join(home, ".cache/wct")
  }
}
