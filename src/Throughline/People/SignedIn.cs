using Throughline.Kernel;

namespace Throughline.People;

/// <summary>Somebody is in: the secret for the cookie, and where to go on to.</summary>
public sealed record SignedIn(string Secret, PersonId Person, string AddressHash, string? Next);
