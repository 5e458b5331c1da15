// What a connector would read, told part by part, so that what has not changed need not be read again.
public import CanonicalJSON

/// What a connector answers when it is asked what it would read.
public enum FingerprintAnswer: Sendable, Hashable {
  /// Every part was told: two equal lists of parts promise equal results.
  case complete
  /// It can't tell without reading, so its results are never taken from an earlier run.
  case alwaysFresh
}

/// One thing that a connector reads: a file, a table, the answer to a query.
public struct SourcePart: Sendable, Hashable {
  /// What people call it; unique in its source.
  public let name: String
  /// Its size in bytes or rows; nil when it is not known.
  public let size: Int?
  /// The digest of its content; nil when the content is not read.
  public let digest: ContentDigest?
  /// What else decides the result: why it is not read, that it is a directory.
  public let note: String?

  /// What it is made of.
  public init(_ name: String, size: Int? = nil, digest: ContentDigest? = nil, note: String? = nil) {
    self.name = name
    self.size = size
    self.digest = digest
    self.note = note
  }
}

/// A file as `stat` tells it: while all of this is the same, so is the content.
public struct FileIdentity: Sendable, Hashable {
  /// The device and the inode on it.
  public let device: UInt
  /// The number of the file on its device.
  public let inode: UInt
  /// Bytes.
  public let size: Int
  /// When the content last changed, in nanoseconds since 1970.
  public let modified: Int
  /// When content, name or mode last changed, in nanoseconds since 1970; no program can set it.
  public let changed: Int

  /// What it is made of.
  public init(device: UInt, inode: UInt, size: Int, modified: Int, changed: Int) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// Takes the parts of a source, and remembers digests of files from run to run.
public protocol SourcePartSink: AnyObject {
  /// Tells the next part; the order counts.
  func append(_ part: SourcePart) throws
  /// The digests that were remembered of files in exactly these states; nil where there is none.
  func digests(of files: [FileIdentity]) -> [ContentDigest?]
  /// Remembers a digest for a later time, unless the file is so new that a change could go unseen.
  ///
  /// The file must have had this status before its content was read, and after.
  func remember(_ digest: ContentDigest, of file: FileIdentity)
}

extension ComponentManifest {
  /// What the component touches with these properties: ``capabilities``, and those of switches that are on.
  public func capabilities(with properties: JSONObject) -> Set<Capability> {
    capabilities.union(Self.switchedOn(properties, propertySchema.objectValue ?? JSONObject()))
  }

  private static func switchedOn(_ properties: JSONObject, _ schema: JSONObject) -> Set<Capability> {
    var found: Set<Capability> = []
    for member in schema["properties"]?.objectValue?.members ?? [] {
      guard let description = member.value.objectValue, let value = properties[member.key] else { continue }
      if let names = description["x-capabilities"]?.arrayValue {
        guard value == true else { continue }
        found.formUnion(names.compactMap { $0.stringValue.flatMap(Capability.init) })
      } else if let inner = value.objectValue {
        found.formUnion(switchedOn(inner, description))
      }
    }
    return found
  }
}
