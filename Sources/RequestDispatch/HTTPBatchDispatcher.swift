// Dispatches requests to a batch service over HTTP. Knows neither how bytes travel nor what is asked.
package import ComponentKit

/// Carries batches to a service that speaks the protocol of docs/batches.md.
///
/// A batch has its id from this side and is PUT there, so sending it twice is sending it once.
package struct HTTPBatchDispatcher: RequestDispatcher {
  private let settings: BatchServiceSettings
  private let transport: any HTTPTransport

  package init(_ settings: BatchServiceSettings, transport: any HTTPTransport) {
    self.settings = settings
    self.transport = transport
  }

  package var name: String { "http-batch" }
  package var maximumBatchSize: Int { settings.batchSize }

  package func unavailability(of kind: String) -> String? { transport.unavailability }

  package func estimatedCost(of kind: String, requestCount: Int) -> Double? {
    settings.requestCost.map { $0 * Double(requestCount) }
  }

  package func submit(
    _ batch: ServiceBatch, isRepeated: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply {
    if isRepeated {
      do throws(DispatchFailure) {
        return try reply(of: ServiceJob(reference: batch.id, batch: batch.id), isCancelled: isCancelled)
      } catch {
        // It never arrived.
        guard error.kind == .unknownJob else { throw error }
      }
    }
    let response = try exchange("PUT", batch.id, body: BatchMessage.bytes(of: batch), isCancelled)
    guard (200...202).contains(response.status) else { throw failure(response) }
    return try read(response, job: batch.id)
  }

  package func reply(
    of job: ServiceJob, isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> DispatchReply {
    let response = try exchange("GET", job.batch, isCancelled)
    switch response.status {
    case 200, 202: return try read(response, job: job.reference)
    case 404, 410: throw DispatchFailure(.unknownJob, "the service does not know the job")
    default: throw failure(response)
    }
  }

  package func cancel(_ job: ServiceJob) throws(DispatchFailure) -> Bool {
    let response = try exchange("DELETE", job.batch) { false }
    switch response.status {
    case 200...299, 404, 410: return true
    case 405, 501: return false
    default: throw failure(response)
    }
  }

  // MARK: - Exchanges

  private func exchange(
    _ method: String, _ batch: String, body: [UInt8]? = nil, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(DispatchFailure) -> HTTPResponse {
    var headers = [HTTPRequest.Header("Accept", "application/json")]
    if body != nil { headers.append(HTTPRequest.Header("Content-Type", "application/json")) }
    if let token = settings.token { headers.append(HTTPRequest.Header("Authorization", "Bearer \(token)")) }
    let request = HTTPRequest(method, "\(settings.url)/batches/\(batch)", headers: headers, body: body)
    do throws(HTTPFailure) {
      return try transport.send(request, isCancelled: isCancelled)
    } catch {
      throw failure(error.isTemporary ? .temporary : .permanent, error.message)
    }
  }

  private func read(_ response: HTTPResponse, job: String) throws(DispatchFailure) -> DispatchReply {
    do throws(BatchMessage.Fault) {
      let reply = try BatchMessage.reply(response.body, job: job)
      return DispatchReply(
        job: reply.job.map(redacted), answers: reply.answers.map(redacted), cost: reply.cost)
    } catch {
      throw failure(.temporary, "its reply can't be read: \(error.message)")
    }
  }

  private func failure(_ response: HTTPResponse) -> DispatchFailure {
    let said = BatchMessage.said(response.body)
    switch response.status {
    case 300...399:
      return failure(.permanent, "it answers with a redirect (HTTP \(response.status)), and none is followed")
    case 401, 403:
      return failure(
        .permanent, "it refuses the token (HTTP \(response.status))\(said); check WCT_BATCH_TOKEN")
    case 408, 425, 429, 500...599:
      return failure(.temporary, "it answers with HTTP \(response.status)\(said)")
    default: return failure(.permanent, "it refuses with HTTP \(response.status)\(said)")
    }
  }

  private func failure(_ kind: DispatchFailure.Kind, _ message: String) -> DispatchFailure {
    DispatchFailure(kind, redacted("\(settings.url): \(message)"))
  }

  // MARK: - Secrets

  /// A service may send back what it was sent.
  private func redacted(_ text: String) -> String {
    guard let token = settings.token.map({ Array($0.utf8) }) else { return text }
    let bytes = Array(text.utf8)
    var clean: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: token) {
        clean += "[REDACTED]".utf8
        position += token.count
      } else {
        clean.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: clean, as: UTF8.self)
  }

  private func redacted(_ entry: DispatchReply.Entry) -> DispatchReply.Entry {
    guard case .failure(let text) = entry.answer else { return entry }
    return DispatchReply.Entry(key: redacted(entry.key), answer: .failure(redacted(text)))
  }
}
