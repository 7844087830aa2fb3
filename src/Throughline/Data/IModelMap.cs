using Microsoft.EntityFrameworkCore;

namespace Throughline.Data;

/// <summary>A module's mapping of its own entities: one <c>…Map.cs</c> a module, found by the context itself.</summary>
public interface IModelMap
{
    void Map(ModelBuilder model);
}

/// <summary>Changes the database; one class in one file, named by its verb.</summary>
public interface IUseCase;

/// <summary>Reads the database into view records, without tracking.</summary>
public interface IQueries;
