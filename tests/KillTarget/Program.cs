using Throughline.App.Hosting;
using Throughline.KillTarget;

// The product as it is, and addresses that write: /write/{number} answers only after the commit. Arguments: data folder, address.
await using var app = WebHost.Build(new WebHostOptions(args[0], args[1]));
Writes.MapTo(app);
await Startup.Prepare(app.Services, CancellationToken.None);
await Writes.Begin(app.Services);
await app.RunAsync();
return 0;
