using ModelCompiler;

if (args is not [var database, var space, var folder])
{
    Console.Error.WriteLine("ModelCompiler sqlite|postgres NAMESPACE FOLDER");
    return 2;
}

ModelCode.Write(database, space, folder);
return 0;
