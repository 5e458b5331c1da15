// Which day it is, for ignores and exceptions that hold up to some day.
package import Diagnostics
internal import Glibc

extension CalendarDate {
  /// Today in UTC, by the system's clock; where `$SOURCE_DATE_EPOCH` is set, the day of that time
  /// (reproducible-builds.org).
  package static func today() -> CalendarDate {
    let variable = unsafe getenv("SOURCE_DATE_EPOCH")
    // The environment's text lives as long as the process; it is copied here.
    let epoch = unsafe variable.map { unsafe String(cString: $0) }.flatMap { Int($0) }
    return CalendarDate(secondsSince1970: epoch ?? time(nil))
  }
}
