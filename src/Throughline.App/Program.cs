var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Throughline");
await app.RunAsync();

public partial class Program;
