using Throughline.Data;

// The rest of the class is made by the build.
namespace Throughline.Postgres.Model;

public partial class ThroughlineDbModel
{
    partial void Customize() => QueryWalls.PutInto(this);
}
