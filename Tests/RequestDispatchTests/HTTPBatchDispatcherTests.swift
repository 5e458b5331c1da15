import CanonicalJSON
import ComponentKit
import RequestDispatch
import Testing

/// What goes to a batch service and what its replies mean, without a network.
@Suite struct HTTPBatchDispatcherTests {
  private let batch = ServiceBatch(
    id: "b1", kind: "kind/1", entries: [ServiceBatch.Entry(key: "k1", content: ["a": 1])])

  private func dispatcher(_ transport: FakeTransport) throws -> HTTPBatchDispatcher {
    let settings = try #require(
      try BatchServiceSettings {
        ["WCT_BATCH_URL": "https://x.example/v1/", "WCT_BATCH_TOKEN": "s3cret!"][$0]
      })
    return HTTPBatchDispatcher(settings, transport: transport)
  }

  private func submit(
    _ responses: [FakeTransport.Response], isRepeated: Bool = false
  ) throws -> (Result<DispatchReply, DispatchFailure>, [HTTPRequest]) {
    let transport = FakeTransport(responses)
    let dispatcher = try dispatcher(transport)
    let result = Result { () throws(DispatchFailure) in
      try dispatcher.submit(batch, isRepeated: isRepeated, isCancelled: { false })
    }
    return (result, transport.requests)
  }

  @Test func aBatchIsPutUnderItsOwnName() throws {
    let reply =
      #"{"status":"done","answers":[{"id":"k1","content":{"v":2}},{"id":"k2","error":"no"}],"cost":1.5}"#
    let (result, requests) = try submit([.answer(200, reply)])
    #expect(
      try result.get()
        == DispatchReply(
          job: nil,
          answers: [
            DispatchReply.Entry(key: "k1", answer: .content(["v": 2])),
            DispatchReply.Entry(key: "k2", answer: .failure("no")),
          ], cost: 1.5))
    let request = try #require(requests.first)
    #expect(request.method == "PUT" && request.url == "https://x.example/v1/batches/b1")
    #expect(request.headers.contains(HTTPRequest.Header("Authorization", "Bearer s3cret!")))
    let body: JSONValue = [
      "format": "wct-batch", "version": 1, "id": "b1", "kind": "kind/1",
      "requests": [["id": "k1", "content": ["a": 1]]],
    ]
    #expect(try JSONReader.read(request.body ?? []) == body)
  }

  @Test func whatMayHaveArrivedIsLookedForFirst() throws {
    let found = try submit([.answer(200, #"{"status":"pending","job":"j"}"#)], isRepeated: true)
    #expect(try found.0.get().job == "j" && found.1.map(\.method) == ["GET"])
    let missing = try submit([.answer(404, ""), .answer(202, #"{"status":"pending"}"#)], isRepeated: true)
    #expect(try missing.0.get().job == "b1" && missing.1.map(\.method) == ["GET", "PUT"])
    let failing = try submit([.answer(500, "")], isRepeated: true)
    #expect(failing.1.map(\.method) == ["GET"])
  }

  @Test(arguments: [
    (500, DispatchFailure.Kind.temporary), (503, .temporary), (429, .temporary), (408, .temporary),
    (400, .permanent), (401, .permanent), (404, .permanent), (413, .permanent), (301, .permanent),
    (204, .permanent),
  ])
  func aStatusSaysWhetherItPasses(status: Int, kind: DispatchFailure.Kind) throws {
    let (result, _) = try submit([.answer(status, #"{"error":"because of s3cret!"}"#)])
    guard case .failure(let failure) = result else {
      Issue.record("it succeeded")
      return
    }
    #expect(failure.kind == kind && failure.message.hasPrefix("https://x.example/v1: "), "\(failure)")
    #expect(!failure.message.contains("s3cret!"))
  }

  @Test(arguments: [
    "", "[]", "<html>", "{}", #"{"status":"soon"}"#, #"{"status":"done","answers":{}}"#,
    "{\"status\":\"done\"",
    String(repeating: "[", count: 100_000),
  ])
  func garbageMayPass(text: String) throws {
    let (result, _) = try submit([.answer(200, text)])
    guard case .failure(let failure) = result else {
      Issue.record("it succeeded")
      return
    }
    #expect(failure.kind == .temporary && failure.message.contains("can't be read"))
  }

  @Test func entriesThatSayNothingAreFailures() throws {
    let reply = #"{"status":"done","answers":[1,{"id":"k1"},{"id":2,"content":{}},{"id":"k1","content":[]}]}"#
    let (result, _) = try submit([.answer(200, reply)])
    let answers = try result.get().answers
    #expect(answers.map(\.key) == ["", "k1", "", "k1"])
    #expect(answers.filter { if case .failure = $0.answer { true } else { false } }.count == 3)
  }

  @Test func jobsAreAskedForAndGivenUpByTheirBatch() throws {
    let job = ServiceJob(reference: "theirs", batch: "b1")
    let asked = FakeTransport([.answer(200, #"{"status":"pending"}"#)])
    #expect(try dispatcher(asked).reply(of: job, isCancelled: { false }).job == "theirs")
    #expect(asked.requests.map(\.url) == ["https://x.example/v1/batches/b1"])
    for status in [404, 410] {
      let lost = try dispatcher(FakeTransport([.answer(status, "")]))
      let failure = #expect(throws: DispatchFailure.self) { try lost.reply(of: job, isCancelled: { false }) }
      #expect(failure?.kind == .unknownJob)
    }
    for (status, isGone) in [(204, true), (200, true), (404, true), (405, false), (501, false)] {
      #expect(try dispatcher(FakeTransport([.answer(status, "")])).cancel(job) == isGone)
    }
  }

  @Test func aTransportThatIsMissingIsSaid() throws {
    let dispatcher = try dispatcher(FakeTransport([], unavailability: "no line"))
    #expect(dispatcher.unavailability(of: "x") == "no line")
  }
}

/// Answers in order, and remembers what it was sent.
final class FakeTransport: HTTPTransport, @unchecked Sendable {  // one thread uses it: the test's
  enum Response {
    case answer(Int, String)
    case failure(HTTPFailure)
  }

  private var responses: [Response]
  private(set) var requests: [HTTPRequest] = []
  let unavailability: String?

  init(_ responses: [Response], unavailability: String? = nil) {
    self.responses = responses
    self.unavailability = unavailability
  }

  func send(
    _ request: HTTPRequest, isCancelled: @escaping @Sendable () -> Bool
  ) throws(HTTPFailure) -> HTTPResponse {
    requests.append(request)
    guard !responses.isEmpty else { throw HTTPFailure("nothing more is expected", isTemporary: false) }
    switch responses.removeFirst() {
    case .answer(let status, let body): return HTTPResponse(status: status, body: Array(body.utf8))
    case .failure(let failure): throw failure
    }
  }
}
