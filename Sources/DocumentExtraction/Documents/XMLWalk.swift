// Reads XML with Expat, element by element. The only file that knows Expat.
internal import CExpat

/// Takes what is in an XML document. Names come without namespaces.
protocol XMLVisitor: AnyObject {
  func begin(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: String)
}

/// One walk over a document.
///
/// A document type declaration is refused, since entities are how small documents become large ones and read files.
@safe final class XMLWalk {
  /// Elements within elements; documents of offices stay far below.
  private static let depthLimit = 400

  private let parser: OpaquePointer
  private let visitor: any XMLVisitor
  private var depth = 0
  private var refusal: String?

  private init(_ parser: OpaquePointer, _ visitor: any XMLVisitor) {
    unsafe self.parser = parser
    self.visitor = visitor
  }

  deinit {
    // Safe: made in `read`, used by nobody else.
    unsafe XML_ParserFree(parser)
  }

  /// - Throws: When it is not well-formed.
  static func read(_ bytes: [UInt8], _ visitor: any XMLVisitor) throws(Unextractable) {
    // The separator stands between a namespace and a name.
    guard let parser = unsafe XML_ParserCreateNS(nil, 0x20) else {
      throw Unextractable("there is no memory to read its XML")
    }
    let walk = unsafe XMLWalk(parser, visitor)
    walk.listen()
    try walk.run(bytes)
  }

  private func listen() {
    // Safe: this object outlives every call, and the functions capture nothing.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser, { unsafe XMLWalk.of($0).begin($1, $2) }, { data, name in unsafe XMLWalk.of(data).end(name) })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLWalk.of($0).text($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe XMLWalk.of(data).refuse("it has a document type declaration, which is not read")
    }
  }

  private func run(_ bytes: [UInt8]) throws(Unextractable) {
    var position = 0
    var status = XML_STATUS_OK
    repeat {
      let count = min(bytes.count - position, 1 << 20)
      let isFinal: Int32 = position + count == bytes.count ? 1 : 0
      status = unsafe bytes.withUnsafeBytes { buffer in
        // Safe: Expat reads `count` bytes, which lie in the buffer.
        let start = unsafe buffer.baseAddress?.advanced(by: position).assumingMemoryBound(to: CChar.self)
        return unsafe XML_Parse(parser, start, Int32(count), isFinal)
      }
      position += count
    } while status == XML_STATUS_OK && position < bytes.count
    if let refusal { throw Unextractable(refusal) }
    guard status == XML_STATUS_OK else {
      let line = unsafe XML_GetCurrentLineNumber(parser)
      throw Unextractable("its XML is damaged at line \(line)")
    }
  }

  private func refuse(_ reason: String) {
    if refusal == nil { refusal = reason }
    unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard depth <= Self.depthLimit else { return refuse("its XML is nested too deep") }
    var values: [String: String] = [:]
    var index = 0
    // Expat ends the list of names and values with nil.
    while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
      values[unsafe Self.localName(key)] = unsafe String(cString: value)
      index += 2
    }
    visitor.begin(unsafe Self.localName(name), values)
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    visitor.end(unsafe Self.localName(name))
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard let bytes = unsafe bytes else { return }
    // Safe: Expat hands over `count` bytes of UTF-8.
    let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
    visitor.text(unsafe String(decoding: buffer, as: UTF8.self))
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLWalk {
    // Safe: `listen` handed the object over, and `read` holds it.
    guard let data = unsafe data else { preconditionFailure("Expat hands back what it was given") }
    return unsafe Unmanaged<XMLWalk>.fromOpaque(data).takeUnretainedValue()
  }

  private static func localName(_ name: UnsafePointer<CChar>?) -> String {
    guard let name = unsafe name else { return "" }
    let whole = unsafe String(cString: name)
    return whole.utf8.lastIndex(of: 0x20).map { String(whole[whole.utf8.index(after: $0)...]) } ?? whole
  }
}
